import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Ctx } from '#src/base/ctx.ts'
import { appUrl, openDatabase } from '#src/base/db.ts'
import { startEmbeddedPostgres } from '#src/base/embedded.ts'
import { migrate } from '#src/base/migrate.ts'
import { createSealer } from '#src/base/sealed.ts'
import { runDeliveries } from '#test/delivery-run.ts'
import { rounded } from './setting/figures.ts'
import { machine } from './setting/machine.ts'

/**
 * Five thousand messages over Zalo, ZNS, SMS, Facebook and e-mail, played on real sockets, on the
 * database that the program brings: access tokens that end again and again, one request in twenty that
 * goes wrong, slow and senseless answers, and ten workers killed over it. What arrived how often is
 * counted at the services.
 */
export default async function deliveries(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: folder, password: 'bench' })
  try {
    await migrate(server.url, 'bench')
    const officeId = await placeOffice(server.url)
    const databaseUrl = appUrl(server.url, 'bench')
    const database = openDatabase(databaseUrl)
    try {
      const key = randomBytes(32)
      const actor = { kind: 'system', job: 'bench' } as const
      const db = database.forOffice(officeId)
      const ctx: Ctx = { db, officeId, actor, now: new Date(), sealer: createSealer(key) }
      const figures = await runDeliveries(
        ctx,
        { databaseUrl, key: key.toString('hex') },
        {
          mix: { zalo: 2200, zns: 1000, sms: 1200, facebook: 100, email: 500 },
          ...{ kills: 10, workers: 3, tokenSeconds: 5, chances: { seed: 2026, chance: 0.05 } },
        },
      )
      const perSecond = rounded(figures.messages / figures.seconds)
      return { ...machine(), ...figures, seconds: rounded(figures.seconds, 1), perSecond }
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function placeOffice(url: string): Promise<string> {
  const officeId = randomUUID()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`
      insert into places.province (code, valid_from, kind, name)
        values ('37', '2025-07-01', 'tinh', 'Ninh Bình') on conflict do nothing;
      insert into places.commune (code, valid_from, kind, name, province_code)
        values ('13741', '2025-07-01', 'xa', 'Vụ Bản', '37') on conflict do nothing`)
    await client.query(
      `insert into offices.office
         (id, slug, name, name_en, commune_code, commune_valid_from, opened_at)
       values ($1, 'vu-ban', 'Bộ phận Một cửa xã Vụ Bản', 'One-stop desk of Vụ Bản',
               '13741', '2025-07-01', now())`,
      [officeId],
    )
  } finally {
    await client.end()
  }
  return officeId
}
