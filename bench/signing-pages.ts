import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { readConfig } from '#src/base/config.ts'
import { rootDir } from '#src/base/root-dir.ts'
import { createSealer } from '#src/base/sealed.ts'
import { enterOffice } from '#src/base/world.ts'
import { closeServer, startListening } from '#src/cli/listen.ts'
import { openHouseDatabase, type OpenDatabase } from '#src/cli/open-database.ts'
import { listColleagues } from '#src/modules/identity/index.ts'
import { findOfficeBySlug } from '#src/modules/offices/index.ts'
import {
  addKey,
  addRoots,
  sealJobs,
  signAsOfficial,
  startSigning,
  type Holder,
  type SigningCtx,
} from '#src/modules/signing/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'
import { createApp } from '#src/web/app.tsx'
import { makeP12, makePki, type Pki } from '#test/signing/pki.ts'
import { median, rounded } from './setting/figures.ts'
import { freePort, makeDataFolder, office } from './setting/house.ts'
import { machine } from './setting/machine.ts'
import { makeScannedCopy } from './setting/scanned-copy.ts'
import { signIn } from './setting/sign-in.ts'

const run = promisify(execFile)
const secondsEach = 8
const rounds = 3
const copiesAtOnce = 6
const secret = 'mật khẩu'

/**
 * How long an officer waits for the desk's page while the same process signs and seals ten-page copies of
 * 4.6 MB as fast as it can, six at a time, beside the same when it signs nothing; in turns. Without a
 * time service, which would only make the signing wait.
 */
export default async function signingPages(): Promise<object> {
  const folder = makeDataFolder()
  const config = { ...readConfig({}), dataDir: folder.dataDir, host: '127.0.0.1' }
  const pki = makePki()
  const house = await openHouseDatabase(config)
  const pades = openPadesWorker({ script: new URL('../pades-thread.mjs', import.meta.url) })
  try {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const sealer = createSealer(house.secrets.key)
    const { database } = house
    const app = createApp({ database, sealer, publicUrl: url, now: () => new Date() })
    const server = await startListening(app.fetch, { ...config, port })
    try {
      const cookie = await signIn(url)
      const people = await prepare(house, { pki, sealer, pades, dataDir: folder.dataDir })
      const copy = await makeScannedCopy()
      const wait = () => readWaits(`${url}/ban`, cookie)
      await wait()
      const shares: number[] = []
      const found = { idle: [] as number[], signing: [] as number[] }
      let signed = 0
      let seconds = 0
      for (let i = 0; i < rounds; i++) {
        const idle = await wait()
        const from = performance.now()
        const stop = new AbortController()
        const work = signOnAndOn(people, copy, stop.signal)
        const busy = await wait()
        stop.abort()
        signed += await work
        seconds += (performance.now() - from) / 1000
        found.idle.push(...idle)
        found.signing.push(...busy)
        shares.push(p99(busy) / p99(idle))
      }
      return {
        ...machine(),
        copiesSealedPerSecond: rounded(signed / seconds, 1),
        idle: spread(found.idle),
        signing: spread(found.signing),
        p99AgainstIdle: rounded(median(shares), 2),
      }
    } finally {
      await closeServer(server)
    }
  } finally {
    pades.close()
    await house.close()
    pki.remove()
    folder.remove()
  }
}

type People = { chairman: SigningCtx; officer: SigningCtx; chairmanId: string }

async function prepare(
  { database }: OpenDatabase,
  {
    pki,
    sealer,
    pades,
    dataDir,
  }: Pick<SigningCtx, 'sealer' | 'pades'> & { pki: Pki; dataDir: string },
): Promise<People> {
  const found = await findOfficeBySlug({ db: database.nation }, office)
  const world = { database, sealer, now: new Date() }
  const ctx = enterOffice(world, found!.id, { kind: 'system', job: 'bench' })
  const storage = openDisk(join(dataDir, 'papers'))
  const colleagues = await listColleagues(ctx)
  const as = (role: string): SigningCtx & { id: string } => {
    const { id, fullName: name } = colleagues.find((it) => it.role === role)!
    const rights = ['certification.sign', 'signing.seal'] as const
    return { ...ctx, storage, pades, id, actor: { kind: 'officer', officerId: id, name, rights } }
  }
  const [chairman, officer] = [as('chairman'), as('officer')]
  const holder: Holder = {
    ...{ name: 'Đặng Văn Mẫu', title: 'Chủ tịch UBND xã', delegation: null },
    ...{ validFrom: Temporal.PlainDate.from('2025-07-01'), validTo: null },
  }
  await addRoots(ctx, { pem: pki.root.certificate.toString() })
  for (const [name, holderId] of [
    ['official', chairman.id],
    ['seal', null],
  ] as const) {
    const file = readFileSync(makeP12(pki, name, secret)).toString('base64')
    await addKey(ctx, { holderId, holder, access: { kind: 'pkcs12', file }, secret })
  }
  return { chairman, officer, chairmanId: chairman.id }
}

async function signOnAndOn(
  { chairman, officer, chairmanId }: People,
  pdf: Uint8Array,
  signal: AbortSignal,
): Promise<number> {
  let sealed = 0
  while (!signal.aborted) {
    const jobIds = await Promise.all(
      Array.from({ length: copiesAtOnce }, async () => {
        const asked = { clientKey: randomUUID(), pdf, holderId: chairmanId }
        const said = { reason: 'Chứng thực bản sao', place: 'Vụ Bản', label: 'Bản sao' }
        return (await startSigning(chairman, { ...asked, ...said })).jobId
      }),
    )
    await signAsOfficial(chairman, { jobIds, secret })
    const outcomes = await sealJobs(officer, { jobIds, secret })
    const failed = outcomes.find((it) => it.state !== 'sealed')
    if (failed) throw new Error(JSON.stringify(failed))
    sealed += outcomes.length
  }
  return sealed
}

/** From a process of its own: the house has this one to itself. */
async function readWaits(url: string, cookie: string): Promise<number[]> {
  const client = join(rootDir, 'bench/setting/page-waits.ts')
  const { stdout } = await run(process.execPath, [client, url, cookie, String(secondsEach)])
  return z.array(z.number()).parse(JSON.parse(stdout))
}

function p99(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0
}

function spread(values: number[]): object {
  const most = Math.max(...values)
  return {
    pages: values.length,
    p50: rounded(median(values), 1),
    p99: rounded(p99(values), 1),
    most: rounded(most, 1),
  }
}
