import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { at, hiredAs, otherOffice, useOffice } from '#test/office.ts'
import {
  holderOf,
  officerIdOf,
  registerGoneWrong,
  registerP12,
  useSigning,
} from '#test/signing/ready-office.ts'
import { openCscService } from '#test/signing/remote-signing.ts'
import { makeSoftToken } from '#test/signing/soft-token.ts'
import { addKey, changeSigningSetting, checkReadiness, readReadiness } from './index.ts'

/** Whether signing would work now: what the desk offers, and what it says instead. */
const office = useOffice()
const signing = useSigning(office)
afterAll(() => vi.unstubAllEnvs())

const chairman = async () => officerIdOf(await hiredAs(office, 'chairman'))
const readyOf = async (holderId: string) =>
  (await checkReadiness(signing.system)).official.find((it) => it.holderId === holderId)!

test('all is in order: it can be signed and sealed', async () => {
  const ready = await checkReadiness(signing.system)
  expect(ready).toMatchObject({ canSign: true, canSeal: true, warnings: [] })
  expect([ready.official[0], ready.seal, ready.time]).toMatchObject([
    { ready: true, trouble: null, warnings: [], holderId: signing.chairmanId },
    { ready: true, trouble: null, warnings: [], holderId: null },
    { ready: true, trouble: null },
  ])
  expect(await readReadiness(signing.officer)).toEqual(ready)
})

test('never looked at: nothing is offered', async () => {
  const neighbour = { ...(await otherOffice(office)), actor: signing.system.actor }
  expect(await readReadiness(neighbour)).toMatchObject({
    ...{ checkedAt: null, canSign: false, canSeal: false },
  })
  const found = await checkReadiness(neighbour)
  expect(found.warnings).toEqual(['no_official', 'no_seal', 'no_time', 'no_roots'])
})

test('thirty days before a certificate runs out it is said, and after that it is over', async () => {
  const seen = async (now: string) => (await checkReadiness(at(signing.system, now))).seal
  // What the status service says today is not asked of a day so far ahead.
  const soon = async (now: string) => (await seen(now))!.warnings.includes('expires_soon')
  expect(await soon('2043-11-30T00:00:00Z')).toBe(false)
  expect(await soon('2043-12-05T00:00:00Z')).toBe(true)
  expect(await seen('2044-01-02T00:00:00Z')).toMatchObject({
    ...{ ready: false, trouble: 'certificate_expired' },
  })
  await checkReadiness(signing.system)
})

test.each([
  ['revoked', 'certificate_revoked'],
  ['early', 'certificate_not_yet_valid'],
] as const)('a certificate that is %s is not offered', async (name, trouble) => {
  const holderId = await chairman()
  await registerGoneWrong(signing, office, { name, holderId })
  expect(await readyOf(holderId)).toMatchObject({ ready: false, trouble })
})

test('a certificate in another person’s name is pointed at', async () => {
  const holderId = await chairman()
  await registerP12(signing, { name: 'curve', holderId })
  expect(await readyOf(holderId)).toMatchObject({ ready: true, warnings: ['name_differs'] })
})

test('a token that is plugged out, and one that is there', async () => {
  const token = makeSoftToken(signing.pki, ['official'])
  vi.stubEnv('SOFTHSM2_CONF', token.config)
  const holderId = await chairman()
  const { module, label } = token
  await addKey(signing.admin, {
    ...{ holderId, holder: holderOf(holderId), libraries: [module] },
    access: { kind: 'pkcs11', module, label, id: '01' },
    certificates: signing.pki.issuer.certificate.toString(),
  })
  expect(await readyOf(holderId)).toMatchObject({ ready: true, pin: 'fine' })
  rmSync(token.folder, { recursive: true, force: true })
  expect(await readyOf(holderId)).toMatchObject({ ready: false })
})

test('a remote service that is gone', async () => {
  const service = await openCscService(signing.pki, signing.pki.official)
  const holderId = await chairman()
  const { url, credentialId, account } = service
  const access = { kind: 'csc', url, credentialId, ...account, approvedLater: false } as const
  await addKey(signing.admin, { holderId, holder: holderOf(holderId), access })
  expect(await readyOf(holderId)).toMatchObject({ ready: true })
  service.disable()
  expect(await readyOf(holderId)).toMatchObject({ ready: false, trouble: 'not_allowed' })
  await service.close()
  expect(await readyOf(holderId)).toMatchObject({ ready: false, trouble: 'unreachable' })
})

test('a time service that is down is said, and files wait for it', async () => {
  signing.services.nextTime('babble')
  const ready = await checkReadiness(signing.system)
  signing.services.nextTime('right')
  expect(ready.time).toMatchObject({ ready: false, trouble: 'time_answer_wrong' })
  expect(ready).toMatchObject({ canSign: true, canSeal: true })
})

test('what an office does without is said plainly', async () => {
  await changeSigningSetting(signing.admin, { timeUrl: null, evidence: false, warnDays: 30 })
  expect((await checkReadiness(signing.system)).warnings).toEqual(['no_time'])
  const { time: timeUrl } = signing.services
  await changeSigningSetting(signing.admin, { timeUrl, evidence: false, warnDays: 30 })
  expect((await checkReadiness(signing.system)).warnings).toEqual(['no_evidence'])
  await signing.withServices()
})
