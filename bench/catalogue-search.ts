import {
  createReadStream,
  existsSync,
  mkdtempSync,
  chmodSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import type { DB } from '#src/base/database.generated.ts'
import { appUrl, openDatabase } from '#src/base/db.ts'
import { startEmbeddedPostgres } from '#src/base/embedded.ts'
import { migrate } from '#src/base/migrate.ts'
import { rootDir } from '#src/base/root-dir.ts'
import { importProcedures, loadCatalogue, searchProcedures } from '#src/modules/catalogue/index.ts'

const Questions = z.object({
  questions: z.array(z.object({ q: z.string(), codes: z.array(z.string()), kind: z.string() })),
})
type Question = z.infer<typeof Questions>['questions'][number]

/** The national list lies beside the checkout; without it only what ships is searched. */
const national =
  process.env['NATIONAL_PROCEDURES'] ?? join(rootDir, '../shared/data/national-procedures.jsonl')

/**
 * How well and how fast procedures are found: the share of questions whose procedure is first, and
 * among the first five, on the set that the search was tuned on and on the one that was kept apart;
 * and milliseconds a query: at the database by its own log, and as the program waits for them; one
 * connection, everything in memory.
 */
export default async function catalogueSearch(): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'taicho-bench-'))
  chmodSync(dataDir, 0o755)
  // PostgreSQL itself says how long it took; its log is read afterwards.
  const settings = ['log_min_duration_statement=0']
  const server = await startEmbeddedPostgres({ dataDir, password: 'bench', settings })
  try {
    await migrate(server.url, 'bench')
    const loading = await loadAll(server.url)
    const database = openDatabase(appUrl(server.url, 'bench'), { max: 1 })
    const ctx = { db: database.nation, now: new Date() }
    const ask = (q: string) => searchProcedures(ctx, { q, limit: 5 })
    try {
      const sets = ['tuning', 'evaluation'].map((name) => ({ name, questions: read(name) }))
      for (const { q } of sets.flatMap((set) => set.questions)) await ask(q)
      const milliseconds: number[] = []
      const log = join(dataDir, 'postgres.log')
      const before = statSync(log).size
      const found: Record<string, object> = {}
      for (const { name, questions } of sets) {
        const ranks: number[] = []
        for (const { q, codes } of questions) {
          const from = performance.now()
          const { items } = await ask(q)
          milliseconds.push(performance.now() - from)
          ranks.push(items.findIndex((item) => codes.includes(item.code)))
        }
        found[name] = {
          questions: questions.length,
          top1: share(ranks, (rank) => rank === 0),
          top5: share(ranks, (rank) => rank >= 0),
        }
      }
      const atDatabase = readDurations(readFileSync(log).subarray(before).toString('utf8'))
      return {
        ...loading,
        ...found,
        atDatabase: spread(atDatabase),
        asAwaited: spread(milliseconds),
      }
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function loadAll(url: string): Promise<object> {
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  })
  try {
    const from = performance.now()
    await loadCatalogue(db)
    const loaded = performance.now()
    const report = existsSync(national)
      ? await importProcedures(db, {
          lines: createInterface({ input: createReadStream(national) }),
        })
      : undefined
    const imported = performance.now()
    const unchanged = performance.now()
    await loadCatalogue(db)
    return {
      procedures: await countProcedures(db),
      loadMilliseconds: Math.round(loaded - from),
      importMilliseconds: report && Math.round(imported - loaded),
      importedLines: report?.lines,
      unchangedLoadMilliseconds: Math.round(performance.now() - unchanged),
    }
  } finally {
    await db.destroy()
  }
}

async function countProcedures(db: Kysely<DB>): Promise<number> {
  const row = await db
    .selectFrom('catalogue.procedure')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return row.all
}

function read(name: string): Question[] {
  const text = readFileSync(join(rootDir, `bench/search/${name}.json`), 'utf8')
  return Questions.parse(JSON.parse(text)).questions
}

function share(ranks: number[], holds: (rank: number) => boolean): number {
  return Number((ranks.filter(holds).length / ranks.length).toFixed(3))
}

/** Each search is one statement: parsed, bound with its plan, executed. */
function readDurations(log: string): number[] {
  const parts = [...log.matchAll(/duration: ([\d.]+) ms {2}(parse|bind|execute) /g)]
  const searches: number[] = []
  for (const [, duration, part] of parts) {
    if (part === 'parse') searches.push(0)
    if (searches.length > 0) searches[searches.length - 1]! += Number(duration)
  }
  return searches
}

function spread(milliseconds: number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (part: number) => Number(sorted[Math.floor(sorted.length * part)]!.toFixed(2))
  return { queries: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
