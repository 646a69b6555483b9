import { readFileSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import {
  addKey,
  addRoots,
  changeSigningSetting,
  checkReadiness,
  type Access,
  type Holder,
  type SigningCtx,
} from '#src/modules/signing/index.ts'
import { openPadesWorker, type PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { useShelf, type Shelf } from '../papers/shelf.ts'
import { hiredAs, type TestOffice } from '../office.ts'
import { openAuthorities, reserveAddresses, type Authorities } from './authorities.ts'
import { makeP12, makePki, type Pki } from './pki.ts'
import { password } from './sign.ts'

/**
 * An office that is ready to sign. In a test file, at the top:
 *
 *     const office = useOffice()
 *     const signing = useSigning(office)
 *
 * and in a test: `signing.chairman` (role chairman, right `certification.sign`) has a registered key in
 * a file, `signing.officer` (role officer, rights `certification.work` and `signing.seal`) puts the seal,
 * both with `secret: signing.secret`. `signing.admin` holds `offices.edit`. Each is a `SigningCtx`: it
 * carries `storage` and `pades`. The office trusts the test root and has a time service and status
 * services, so a sealed file is B-LTA; `services.nextTime('silence')` takes the time away, and
 * `withoutServices()` makes it an office that has none. `signing.shelf` is where papers and signed files
 * lie; it can be given, with `pades`, when pages are tested too:
 *
 *     const [shelf, pades] = [useShelf(), usePades()]
 *     const site = useOfficers(shelf, pades)
 *     const signing = useSigning(site.office, { shelf, pades })
 */
export type ReadySigning = {
  pki: Pki
  services: Authorities
  shelf: Shelf
  chairman: SigningCtx
  officer: SigningCtx
  admin: SigningCtx
  /** The house itself, as its jobs run. */
  system: SigningCtx
  chairmanId: string
  /** Of both key files. */
  secret: string
  withoutServices: () => Promise<void>
  withServices: () => Promise<void>
  /** The same people at another moment, or after a restart. */
  as: (ctx: Ctx) => SigningCtx
}

/** Threads that sign and examine, for one test file. */
export function usePades(): PadesWorker {
  const pades = openPadesWorker()
  afterAll(() => pades.close())
  return pades
}

export function useSigning(
  office: TestOffice,
  { shelf = useShelf(), pades = usePades() } = {},
): ReadySigning {
  const ready = { shelf, secret: password } as ReadySigning
  ready.as = (ctx) => ({ ...ctx, storage: shelf.storage, pades })
  ready.withServices = async () => {
    const { time: timeUrl } = ready.services
    await changeSigningSetting(ready.admin, { timeUrl, evidence: true, warnDays: 30 })
    await checkReadiness(ready.admin)
  }
  ready.withoutServices = async () => {
    await changeSigningSetting(ready.admin, { timeUrl: null, evidence: false, warnDays: 30 })
    await checkReadiness(ready.admin)
  }
  beforeAll(async () => {
    const addresses = await reserveAddresses()
    ready.pki = makePki(addresses)
    ready.services = await openAuthorities(ready.pki, addresses)
    const [chairman, officer, admin] = [
      await hiredAs(office, 'chairman'),
      await hiredAs(office, 'officer'),
      await hiredAs(office, 'office_admin'),
    ].map(ready.as)
    Object.assign(ready, { chairman, officer, admin })
    ready.system = ready.as({ ...office, actor: { kind: 'system', job: 'test' } })
    ready.chairmanId = officerIdOf(chairman!)
    await addRoots(ready.admin, { pem: ready.pki.root.certificate.toString() })
    await registerP12(ready, { name: 'official', holderId: ready.chairmanId })
    await registerP12(ready, { name: 'seal', holderId: null })
    await ready.withServices()
  })
  afterAll(async () => {
    await ready.services?.close()
    ready.pki?.remove()
  })
  return ready
}

/** Registers a key of the test PKI for an officer, or as the seal for null. */
export async function registerP12(
  { pki, admin }: Pick<ReadySigning, 'pki' | 'admin'>,
  { name, holderId }: { name: Parameters<typeof makeP12>[1]; holderId: string | null },
): Promise<void> {
  const file = readFileSync(makeP12(pki, name, password)).toString('base64')
  const access: Access = { kind: 'pkcs12', file }
  await addKey(admin, { holderId, holder: holderOf(holderId), access, secret: password })
}

/**
 * A key that is in order when it is registered, and another certificate of the test PKI in its place since:
 * it ran out, was revoked, or was never one to sign with.
 */
export async function registerGoneWrong(
  { pki, admin }: Pick<ReadySigning, 'pki' | 'admin'>,
  { owner }: Pick<TestOffice, 'owner'>,
  { name, holderId }: { name: Parameters<typeof makeP12>[1]; holderId: string },
): Promise<void> {
  await registerP12({ pki, admin }, { name: 'official', holderId })
  const { raw } = pki[name].certificate
  const statement = 'update signing.key set certificate = $1 where holder_id = $2'
  await owner.query(statement, [raw, holderId])
}

export function holderOf(holderId: string | null): Holder {
  const validFrom = Temporal.PlainDate.from('2025-07-01')
  const rest = { delegation: null, validFrom, validTo: null }
  return holderId
    ? { name: 'Nguyễn Thị Thanh Hằng', title: 'Chủ tịch Ủy ban nhân dân xã', ...rest }
    : { name: 'Ủy ban nhân dân xã Vụ Bản', title: 'Con dấu của cơ quan', ...rest }
}

export function officerIdOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'officer') throw new Error('no officer')
  return ctx.actor.officerId
}
