import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Actor, Ctx } from '#src/base/ctx.ts'
import { openDatabase } from '#src/base/db.ts'
import { rootDir } from '#src/base/root-dir.ts'
import { createSealer } from '#src/base/sealed.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import {
  listCopies,
  readBook,
  readCopyFile,
  settleCopies,
  type ComposingCtx,
} from '#src/modules/certification/index.ts'
import { hireOfficer, rightsOf, type Role } from '#src/modules/identity/index.ts'
import { openOffice } from '#src/modules/offices/index.ts'
import { addPage, openReader } from '#src/modules/papers/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import {
  addKey,
  addRoots,
  changeSigningSetting,
  checkReadiness,
  sealJobs,
  signAsOfficial,
  type Holder,
  type SigningCtx,
} from '#src/modules/signing/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'
import type { Copying } from './copying.ts'
import { pdfOf } from './papers/files.ts'
import { makeP12, makePki } from './signing/pki.ts'

export type CopyRace = {
  /** Of the program's own role. */
  url: string
  /** 64 hexadecimal digits: seals what this race writes. */
  key: string
  /** Where files lie. */
  folder: string
  /** A procedure that is in the database. */
  procedureCode: string
  copies: number
  officers: number
  /** So many of their processes are killed on the way, spread over it. */
  kills: number
  at: string
}

export type Raced = {
  copies: number
  officers: number
  killed: number
  /** Numbers missing in the row from one on, and given twice. */
  gaps: number
  twins: number
  /** Commands without their copy, and copies without a sealed file of their own. */
  lost: number
  lastNumber: number
  secondsToNumber: number
  copiesPerSecond: number
  secondsToSignAndSeal: number
}

const at = (path: string) => pathToFileURL(join(rootDir, path))
const secret = 'mật khẩu của tệp khóa'

/**
 * Opens an office with so many officers, each a process of its own that asks for copies, compares them
 * and has them approved, one after the other and all officers at once; kills processes with SIGKILL and
 * starts them again with the same words. Then everything is signed, sealed and counted.
 */
export async function raceForCopies(race: CopyRace): Promise<Raced> {
  const database = openDatabase(race.url, { max: 8 })
  // Named, because a benchmark runs this file bundled.
  const pades = openPadesWorker({ script: at('src/outside/pades/pades-thread.ts') })
  const world: World = {
    database,
    sealer: createSealer(Buffer.from(race.key, 'hex')),
    now: new Date(race.at),
  }
  try {
    const more = { storage: openDisk(race.folder), pades }
    const office = await openRaceOffice(world, more, race)
    const from = performance.now()
    const killed = await runAll(office.desks, office.system, race)
    const secondsToNumber = (performance.now() - from) / 1000
    const sealedFrom = performance.now()
    const counted = await countAll(office, race)
    return {
      ...{ copies: race.copies, officers: race.officers, killed, ...counted },
      secondsToNumber: round(secondsToNumber),
      copiesPerSecond: round(race.copies / secondsToNumber),
      secondsToSignAndSeal: round((performance.now() - sealedFrom) / 1000),
    }
  } finally {
    pades.close()
    await database.close()
  }
}

type RaceOffice = {
  system: ComposingCtx
  chairman: ComposingCtx
  sealer: ComposingCtx
  desks: Copying[]
}

async function openRaceOffice(
  world: World,
  more: Pick<SigningCtx, 'storage' | 'pades'>,
  race: CopyRace,
): Promise<RaceOffice> {
  const commune = { code: '13741', validFrom: Temporal.PlainDate.from('2025-07-01') }
  const slug = `dua-${randomUUID().slice(0, 8)}`
  const { id } = await openOffice(world, { slug, commune, name: { vi: 'Thử', en: 'Try' } })
  const as = (actor: Actor): ComposingCtx => ({
    ...enterOffice(world, id, actor),
    ...{ ...more, verifyUrl: (code: string) => `https://taicho.example/${slug}/${code}` },
  })
  const system = as({ kind: 'system', job: 'race' })
  const hired = async (role: Role) => {
    const { officer } = await hireOfficer(system, {
      ...{ login: `dua-${randomUUID()}`, fullName: 'Cán bộ Thử', title: 'Công chức', role },
    })
    const rights = rightsOf({ role, mustChangePassword: false })
    return as({ kind: 'officer', officerId: officer.id, name: 'Cán bộ Thử', rights })
  }
  const chairman = await hired('chairman')
  await giveKeys(system, idOf(chairman))
  const reader = openReader({
    script: fileURLToPath(at('src/modules/papers/reading/reader-process.ts')),
  })
  const desks: Copying[] = []
  const bytes = await pdfOf(1)
  const each = Math.ceil(race.copies / race.officers)
  let sealer = chairman
  try {
    for (let i = 0; i < race.officers; i++) {
      const officer = await hired('officer')
      sealer = officer
      const { id: requestId } = await receiveRequest(officer, {
        clientKey: randomUUID(),
        subject: { fullName: 'Nguyễn Thị A', birthYear: 1990, commune },
        ...{ relation: 'self', came: 'in_person', procedureCode: race.procedureCode },
        serviceDayId: null,
      })
      const { paperId } = await addPage(
        { ...officer, reader },
        { requestId, listedAs: null, name: 'Giấy khai sinh', clientKey: randomUUID(), bytes },
      )
      const count = Math.min(each, race.copies - i * each)
      desks.push({
        ...{ url: race.url, key: race.key, folder: race.folder, at: race.at, officeId: id },
        ...{ officerId: idOf(officer), chairmanId: idOf(chairman), requestId, paperId },
        clientKeys: Array.from({ length: count }, () => randomUUID()),
      })
    }
  } finally {
    reader.close()
  }
  return { system, chairman, sealer, desks }
}

/** A signer and a seal, each with a key in a file; no time service, so files are B-B. */
async function giveKeys(system: ComposingCtx, chairmanId: string): Promise<void> {
  const pki = makePki()
  try {
    await addRoots(system, { pem: pki.root.certificate.toString() })
    await changeSigningSetting(system, { timeUrl: null, evidence: false, warnDays: 30 })
    const rest = { delegation: null, validFrom: Temporal.PlainDate.from('2025-07-01') }
    const holder = (name: string): Holder => ({ name, title: 'Chủ tịch', ...rest, validTo: null })
    for (const [name, holderId, of] of [
      ['official', chairmanId, 'Nguyễn Thị Thanh Hằng'],
      ['seal', null, 'Ủy ban nhân dân xã Vụ Bản'],
    ] as const) {
      const file = readFileSync(makeP12(pki, name, secret)).toString('base64')
      const access = { kind: 'pkcs12' as const, file }
      await addKey(system, { holderId, holder: holder(of), access, secret })
    }
    await checkReadiness(system)
  } finally {
    pki.remove()
  }
}

/** Runs every desk to its end and kills some on the way, each where about so many numbers are given. */
async function runAll(desks: Copying[], ctx: Ctx, race: CopyRace): Promise<number> {
  const running = new Map<Copying, ChildProcess>()
  let failed = 0
  const run = async (desk: Copying): Promise<void> => {
    for (;;) {
      const child = spawn(
        process.execPath,
        [join(rootDir, 'test/copying.ts'), JSON.stringify(desk)],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      )
      running.set(desk, child)
      const { promise, resolve } = Promise.withResolvers<[number | null, string | null]>()
      child.once('exit', (code, signal) => resolve([code, signal]))
      const [code, signal] = await promise
      running.delete(desk)
      if (signal === 'SIGKILL') continue
      if (code !== 0) failed++
      return
    }
  }
  const all = Promise.all(desks.map(run)).then(() => true)
  let [killed, over] = [0, false]
  while (!over) {
    const due = ((killed + 1) * race.copies) / (race.kills + 1)
    if (killed < race.kills && (await numbersGiven(ctx)) >= due) {
      await wait(randomInt(20))
      const victims = [...running.values()]
      if (victims[randomInt(Math.max(1, victims.length))]?.kill('SIGKILL')) killed++
    } else over = await Promise.race([all, wait(20, false)])
  }
  if (failed > 0) throw new Error(`${failed} desks failed`)
  return killed
}

async function numbersGiven(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('certification.book')
    .select('last_number')
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  return row?.last_number ?? 0
}

/** Signs and seals all, reads every file back, and counts what should not be. */
async function countAll({ system, chairman, sealer, desks }: RaceOffice, race: CopyRace) {
  const copies = await listCopies(system, { limit: race.copies * 2 })
  const jobIds = copies.flatMap((it) => it.signingJobId ?? [])
  for (let i = 0; i < jobIds.length; i += 50) {
    const some = { jobIds: jobIds.slice(i, i + 50), secret }
    await signAsOfficial(chairman, some)
    await sealJobs(sealer, some)
  }
  await settleCopies(system)
  const settled = await listCopies(system, { limit: race.copies * 2 })
  const files = new Set<string>()
  for (const copy of settled.filter((it) => it.state === 'issued')) {
    const { bytes } = await readCopyFile(system, { copyId: copy.id })
    if (Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-') files.add(copy.sha256!)
  }
  const year = new Date(race.at).getUTCFullYear()
  const { book, rows } = await readBook(system, { year, medium: 'electronic' })
  const numbers = new Set(rows.map((it) => it.number))
  const wanted = desks.flatMap((it) => it.clientKeys).length
  return {
    gaps: Array.from({ length: race.copies }, (_, i) => i + 1).filter((it) => !numbers.has(it))
      .length,
    twins: rows.length - numbers.size,
    lost: wanted - files.size + Math.abs(wanted - settled.length),
    lastNumber: book.lastNumber,
  }
}

function idOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'officer') throw new Error('no officer')
  return ctx.actor.officerId
}

const round = (figure: number) => Math.round(figure * 10) / 10
