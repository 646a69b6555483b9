import { randomUUID, X509Certificate } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { openPkcs11, readPinState } from '#src/outside/signer/open-pkcs11.ts'
import { asOfficer, at, hiredAs, useOffice } from '#test/office.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makeP12 } from '#test/signing/pki.ts'
import {
  holderOf,
  officerIdOf,
  registerGoneWrong,
  registerP12,
  useSigning,
} from '#test/signing/ready-office.ts'
import { openCscService } from '#test/signing/remote-signing.ts'
import { makeSoftToken, type SoftToken } from '#test/signing/soft-token.ts'
import {
  addKey,
  addRoots,
  changeSigningSetting,
  continueSigning,
  getSigningJob,
  listKeys,
  listRoots,
  readReadiness,
  readSealedFile,
  removeKey,
  removeRoot,
  sealJobs,
  signAsOfficial,
  startSigning,
  type SigningCtx,
} from './index.ts'

/** Keys of every kind, each as its holder uses it, and everything that must not sign. */
const office = useOffice()
const signing = useSigning(office)
let paper: Uint8Array
let token: SoftToken

beforeAll(async () => {
  paper = await makePaper(['Ban sao so 12'])
  token = makeSoftToken(signing.pki, ['official', 'seal'])
  vi.stubEnv('SOFTHSM2_CONF', token.config)
})
afterAll(() => {
  vi.unstubAllEnvs()
  if (token) rmSync(token.folder, { recursive: true, force: true })
})

/** A chairman of their own for a test, with a key of this kind. */
async function chairman(): Promise<SigningCtx & { id: string }> {
  const ctx = signing.as(await hiredAs(office, 'chairman'))
  return { ...ctx, id: officerIdOf(ctx) }
}

async function start(who: SigningCtx & { id: string }): Promise<string> {
  const { jobId } = await startSigning(who, {
    ...{ clientKey: randomUUID(), pdf: paper, holderId: who.id },
    ...{ reason: 'Chứng thực bản sao', place: 'Vụ Bản', label: 'Bản sao số 12' },
  })
  return jobId
}

const refused = (code: string) => ({ code: `signing.${code}` })

async function withToken(id = '01'): Promise<SigningCtx & { id: string }> {
  const who = await chairman()
  const access = { kind: 'pkcs11', module: token.module, label: token.label, id } as const
  await addKey(signing.admin, {
    ...{ holderId: who.id, holder: holderOf(who.id), access, libraries: [token.module] },
    // The token carries nothing but the signer's own.
    certificates: signing.pki.issuer.certificate.toString(),
  })
  return who
}

async function withService(approvedLater: boolean, mostAtOnce = 1) {
  const who = await chairman()
  const service = await openCscService(signing.pki, signing.pki.official, {
    ...{ approvedLater, mostAtOnce },
  })
  const { url, credentialId, account } = service
  const access = { kind: 'csc', url, credentialId, ...account, approvedLater } as const
  await addKey(signing.admin, { holderId: who.id, holder: holderOf(who.id), access })
  return { who, service }
}

async function sealed(jobId: string): Promise<void> {
  await sealJobs(signing.officer, { jobIds: [jobId], secret: signing.secret })
  const file = await readSealedFile(signing.officer, { jobId })
  const { signatures } = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
  expect(signatures.map((it) => it.trusted)).toEqual([true, true, true])
}

test('a token in the server signs with its PIN', async () => {
  const who = await withToken()
  const jobId = await start(who)
  const outcomes = await signAsOfficial(who, { jobIds: [jobId], secret: token.pin })
  expect(outcomes).toMatchObject([{ state: 'waiting_seal', trouble: null }])
  await sealed(jobId)
})

test('no library of a token is loaded but those that whoever runs the machine allows', async () => {
  const who = await chairman()
  const access = { kind: 'pkcs11', module: token.module, label: token.label, id: '01' } as const
  const key = { holderId: who.id, holder: holderOf(who.id), access }
  for (const libraries of [undefined, [], ['/usr/lib/other.so']])
    await expect(
      addKey(signing.admin, { ...key, ...(libraries && { libraries }) }),
    ).rejects.toMatchObject({
      ...{ code: 'signing.library_not_allowed', field: 'module' },
    })
})

test('a wrong PIN is tried once for all files, and says how near the token is to locking', async () => {
  const who = await withToken()
  const jobIds = [await start(who), await start(who), await start(who)]
  const outcomes = await signAsOfficial(who, { jobIds, secret: '0000' })
  expect(outcomes).toMatchObject(
    jobIds.map((jobId) => ({ jobId, state: 'waiting_official', trouble: 'pin_wrong', pin: 'low' })),
  )
  // Tried twice, the flag would say more; a right PIN makes the token fine again.
  await signAsOfficial(who, { jobIds, secret: token.pin })
  const { module, label, pin } = token
  expect(await readPinState({ module, label, id: '01', pin })).toBe('fine')
  expect((await getSigningJob(who, { jobId: jobIds[2]! })).state).toBe('waiting_seal')
})

test('another token under the same name: somebody else’s certificate does not sign', async () => {
  const who = await withToken('02')
  const other = await openPkcs11({ ...token, id: '01' })
  await office.owner.query('update signing.key set certificate = $1 where holder_id = $2', [
    other.chain[0],
    who.id,
  ])
  const jobId = await start(who)
  await expect(signAsOfficial(who, { jobIds: [jobId], secret: token.pin })).rejects.toMatchObject(
    refused('certificate_of_another'),
  )
})

test('a remote key signs with the code from the phone, one file a code', async () => {
  const { who, service } = await withService(false)
  const [first, second] = [await start(who), await start(who)]
  expect(await signAsOfficial(who, { jobIds: [first], secret: '000' })).toMatchObject([
    { state: 'waiting_official', trouble: 'code_wrong' },
  ])
  const jobIds = [first, second]
  expect(await signAsOfficial(who, { jobIds, secret: service.sendCode() })).toMatchObject([
    { state: 'waiting_seal', trouble: null },
    { state: 'waiting_official', trouble: 'code_used_up' },
  ])
  expect(service.signed()).toBe(1)
  await sealed(first)
  await service.close()
})

test('a service that lets one code sign many: three files, and the fourth asks for another', async () => {
  const { who, service } = await withService(false, 3)
  const jobIds = [await start(who), await start(who), await start(who), await start(who)]
  const wrong = await signAsOfficial(who, { jobIds, secret: '000' })
  expect(wrong.map((it) => it.trouble)).toEqual(Array(4).fill('code_wrong'))
  expect(await signAsOfficial(who, { jobIds, secret: service.sendCode() })).toMatchObject([
    ...Array.from({ length: 3 }, () => ({ state: 'waiting_seal', trouble: null })),
    { state: 'waiting_official', trouble: 'code_used_up' },
  ])
  expect(service.signed()).toBe(3)
  await sealed(jobIds[1]!)
  await service.close()
})

test('a remote key that is approved on the phone later, also after a restart', async () => {
  const { who, service } = await withService(true)
  const jobId = await start(who)
  const pending = { state: 'official_pending', trouble: null }
  expect(await signAsOfficial(who, { jobIds: [jobId] })).toMatchObject([pending])
  expect(await signAsOfficial(who, { jobIds: [jobId] })).toMatchObject([
    { trouble: 'being_signed' },
  ])
  expect(await continueSigning(signing.system)).toEqual([])
  expect(await getSigningJob(who, { jobId })).toMatchObject({ expiresAt: expect.any(Date) })
  service.answerOnPhone('approve')
  expect(await continueSigning(signing.as(signing.system))).toEqual([
    { jobId, state: 'waiting_seal' },
  ])
  expect(service.signed()).toBe(1)
  await sealed(jobId)
  await service.close()
})

test.each([
  ['refuse', 'refused_on_phone'],
  ['expire', 'expired_on_phone'],
] as const)('on the phone: %s', async (answer, trouble) => {
  const { who, service } = await withService(true)
  const jobId = await start(who)
  await signAsOfficial(who, { jobIds: [jobId] })
  service.answerOnPhone(answer)
  expect(await continueSigning(signing.system)).toEqual([{ jobId, state: 'waiting_official' }])
  expect(await getSigningJob(who, { jobId })).toMatchObject({ trouble })
  // Asked for again, it may still be signed.
  await signAsOfficial(who, { jobIds: [jobId] })
  service.answerOnPhone('approve')
  await continueSigning(signing.system)
  expect((await getSigningJob(who, { jobId })).state).toBe('waiting_seal')
  await service.close()
})

test('a service that signs something else is not believed', async () => {
  const { who, service } = await withService(false)
  const jobId = await start(who)
  service.cheatNext()
  expect(await signAsOfficial(who, { jobIds: [jobId], secret: service.sendCode() })).toMatchObject([
    { state: 'waiting_official', trouble: 'answer_wrong' },
  ])
  await service.close()
})

test.each([
  ['expired', 'certificate_expired'],
  ['early', 'certificate_not_yet_valid'],
  ['revoked', 'certificate_revoked'],
  ['server', 'certificate_unfit'],
  ['constrained', 'certificate_unfit'],
] as const)('a certificate that is %s does not sign', async (name, code) => {
  const who = await chairman()
  await registerGoneWrong(signing, office, { name, holderId: who.id })
  const jobId = await start(who)
  await expect(
    signAsOfficial(who, { jobIds: [jobId], secret: signing.secret }),
  ).rejects.toMatchObject(refused(code))
  expect((await getSigningJob(who, { jobId })).state).toBe('waiting_official')
})

test.each([
  ['expired', 'certificate_expired'],
  ['early', 'certificate_not_yet_valid'],
  ['revoked', 'certificate_revoked'],
  ['server', 'certificate_unfit'],
] as const)('a certificate that is %s puts no working key aside', async (name, code) => {
  const who = await chairman()
  await registerP12(signing, { name: 'official', holderId: who.id })
  await expect(registerP12(signing, { name, holderId: who.id })).rejects.toMatchObject({
    ...{ ...refused(code), field: 'secret' },
  })
  const outcomes = await signAsOfficial(who, {
    ...{ jobIds: [await start(who)], secret: signing.secret },
  })
  expect(outcomes).toMatchObject([{ state: 'waiting_seal', trouble: null }])
})

test('a token without its issuer’s certificate is not registered when roots are known', async () => {
  const who = await chairman()
  const access = { kind: 'pkcs11', module: token.module, label: token.label, id: '01' } as const
  const libraries = [token.module]
  await expect(
    addKey(signing.admin, { holderId: who.id, holder: holderOf(who.id), access, libraries }),
  ).rejects.toMatchObject(refused('certificate_untrusted'))
})

test('a chain that leads to no root of the office does not sign', async () => {
  const who = await chairman()
  await registerP12(signing, { name: 'curve', holderId: who.id })
  const [root] = await listRoots(signing.admin)
  await addRoots(signing.admin, { pem: signing.pki.stranger.certificate.toString() })
  await removeRoot(signing.admin, root!)
  try {
    const jobIds = [await start(who)]
    await expect(signAsOfficial(who, { jobIds, secret: signing.secret })).rejects.toMatchObject(
      refused('certificate_untrusted'),
    )
  } finally {
    await addRoots(signing.admin, { pem: signing.pki.root.certificate.toString() })
  }
})

test('before and after the days of the document that lets them sign, nobody signs', async () => {
  const who = await chairman()
  const file = readFileSync(makeP12(signing.pki, 'official', signing.secret)).toString('base64')
  const [validFrom, validTo] = ['2026-11-01', '2026-11-30'].map((it) => Temporal.PlainDate.from(it))
  await addKey(signing.admin, {
    ...{ holderId: who.id, access: { kind: 'pkcs12', file }, secret: signing.secret },
    holder: { ...holderOf(who.id), validFrom: validFrom!, validTo: validTo! },
  })
  const jobIds = [await start(who)]
  const sign = (on: string) =>
    signAsOfficial(signing.as(at(who, on)), { jobIds, secret: signing.secret })
  await expect(sign('2026-10-31T02:00:00Z')).rejects.toMatchObject(refused('holder_not_yet'))
  await expect(sign('2026-12-01T02:00:00Z')).rejects.toMatchObject(refused('holder_no_longer'))
  expect(await sign('2026-11-30T09:00:00Z')).toMatchObject([{ trouble: null }])
})

test('nobody signs for another, and only who may puts the seal', async () => {
  const [who, other] = [await chairman(), await chairman()]
  for (const { id } of [who, other]) await registerP12(signing, { name: 'curve', holderId: id })
  const jobIds = [await start(who)]
  const { secret } = signing
  expect(await signAsOfficial(other, { jobIds, secret })).toMatchObject([
    { state: 'waiting_official', trouble: 'other_holder' },
  ])
  const [none, stranger] = [await chairman(), signing.as(asOfficer(office, []))]
  await expect(signAsOfficial(none, { jobIds, secret })).rejects.toMatchObject(
    refused('key_missing'),
  )
  await expect(start(none)).rejects.toMatchObject(refused('key_missing'))
  for (const read of [listKeys, readReadiness]) {
    await expect(read(office)).rejects.toMatchObject({ code: 'identity.not_allowed' })
  }
  for (const deed of [signAsOfficial, sealJobs]) {
    await expect(deed(stranger, { jobIds, secret })).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
  }
})

test('a wrong password of the key file, and what is no key file', async () => {
  const who = await chairman()
  const file = readFileSync(makeP12(signing.pki, 'official', signing.secret)).toString('base64')
  const key = { holderId: who.id, holder: holderOf(who.id) }
  const add = (file: string, secret: string) =>
    addKey(signing.admin, { ...key, access: { kind: 'pkcs12', file }, secret })
  await expect(add(file, 'sai')).rejects.toMatchObject(refused('password_wrong'))
  await expect(add('AAAA', 'sai')).rejects.toMatchObject(refused('file_broken'))
  await add(file, signing.secret)
  await expect(
    signAsOfficial(who, { jobIds: [await start(who)], secret: 'sai' }),
  ).rejects.toMatchObject({ ...refused('password_wrong'), field: 'secret' })
})

test('no password, PIN or code is in the database or in the trail', async () => {
  const { rows } = await office.owner.query<{ text: string }>(`
    select string_agg(row_to_json(it)::text, ' ') as text from (
      select to_jsonb(k) - 'certificate' - 'above' as j from signing.key k
      union all select to_jsonb(j) from signing.job j
      union all select to_jsonb(e) from audit.entry e) it`)
  for (const secret of [signing.secret, `"${token.pin}"`])
    expect(rows[0]!.text.includes(secret)).toBe(false)
})

test('another key for the same person puts the old one aside', async () => {
  const who = await chairman()
  await registerP12(signing, { name: 'official', holderId: who.id })
  await registerP12(signing, { name: 'curve', holderId: who.id })
  const mine = (await listKeys(signing.admin)).filter((it) => it.holderId === who.id)
  expect(mine.map((it) => it.subject)).toEqual(['Trần Văn Đức'])
  await removeKey(signing.admin, { keyId: mine[0]!.id })
  await expect(removeKey(signing.admin, { keyId: mine[0]!.id })).rejects.toMatchObject(
    refused('key_not_found'),
  )
})

test('roots are authorities in a PEM file, each once', async () => {
  const pem = signing.pki.issuer.certificate.toString()
  expect(await addRoots(signing.admin, { pem })).toBe(1)
  expect(await addRoots(signing.admin, { pem })).toBe(0)
  const it = new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()
  await removeRoot(signing.admin, { fingerprint: it })
  await expect(removeRoot(signing.admin, { fingerprint: it })).rejects.toMatchObject(
    refused('root_not_found'),
  )
  await expect(addRoots(signing.admin, { pem: 'khác' })).rejects.toMatchObject(
    refused('roots_broken'),
  )
  const person = signing.pki.official.certificate.toString()
  await expect(addRoots(signing.admin, { pem: person })).rejects.toMatchObject(
    refused('root_is_no_authority'),
  )
})

test.each([
  [{ timeUrl: 'tsa.vn', evidence: false, warnDays: 30 }, 'time_address_malformed'],
  [{ timeUrl: null, evidence: true, warnDays: 30 }, 'evidence_needs_time'],
  [{ timeUrl: null, evidence: false, warnDays: 0 }, 'warn_days_impossible'],
])('a setting that cannot be: %j', async (setting, code) => {
  await expect(changeSigningSetting(signing.admin, setting)).rejects.toMatchObject(refused(code))
})
