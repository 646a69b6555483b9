import { beforeAll, expect, test } from 'vitest'
import { readSealedFile } from '#src/modules/signing/index.ts'
import { useCertifying } from '#test/certified.ts'
import { otherOffice } from '#test/office.ts'
import { pdfOf } from '#test/papers/files.ts'
import {
  getCopy,
  listCertificationAddresses,
  listElsewhere,
  readElsewhereFile,
  registerElsewhere,
  revokeCopy,
  type NewElsewhere,
} from './index.ts'

/** Copies that were certified on the national or the province's system, brought here as files. */
const at = useCertifying()
const refused = (code: string) => ({ code: `certification.${code}` })
let signed: Uint8Array

beforeAll(async () => {
  const { signingJobId } = await getCopy(at.officer, { copyId: await at.issued() })
  signed = await readSealedFile(at.officer, { jobId: signingJobId! })
})

async function register(said: Partial<NewElsewhere> = {}) {
  const scan = said.requestId ? {} : await at.scanned()
  return registerElsewhere(at.officer, {
    ...{ requestId: '', paperId: null, name: 'Giấy khai sinh', system: 'national', pdf: signed },
    ...{ number: '123', book: '02/2026-SCTĐT/BS', ...scan, ...said },
  })
}

test('a copy made elsewhere is examined, its signers are read, and it belongs to request and paper', async () => {
  const { requestId, paperId } = await at.scanned()
  const { id, signers } = await register({ requestId, paperId })
  expect(signers).toMatchObject([
    { name: 'Nguyễn Thị Thanh Hằng', trusted: true, proven: true },
    { name: 'Ủy ban nhân dân xã Vụ Bản', trusted: true },
  ])
  expect(await listElsewhere(at.officer, { requestId })).toMatchObject([
    { id, paperId, system: 'national', number: '123', book: '02/2026-SCTĐT/BS', signers },
  ])
  const { bytes } = await readElsewhereFile(at.officer, { id })
  expect(Buffer.compare(bytes, signed)).toBe(0)
  expect(await listCertificationAddresses(at.system)).not.toEqual([])
  await expect(listCertificationAddresses(at.officer)).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  const neighbour = { ...at.officer, ...(await otherOffice(at.desk.office)) }
  await expect(
    readElsewhereFile({ ...neighbour, actor: at.officer.actor }, { id }),
  ).rejects.toMatchObject(refused('elsewhere_not_found'))
})

test('the same file is registered once, by twenty at once too', async () => {
  const scan = await at.scanned()
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => register(scan)))
  expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  await expect(register(scan)).rejects.toMatchObject(refused('elsewhere_already'))
  expect(await listElsewhere(at.officer, scan)).toHaveLength(1)
})

test('what nobody signed, what was changed since, and what is no PDF is not taken in', async () => {
  const scan = await at.scanned()
  const take = (pdf: Uint8Array) => register({ ...scan, pdf })
  await expect(take(await pdfOf(1))).rejects.toMatchObject(refused('elsewhere_not_signed'))
  for (const [pdf, trouble] of [
    [Buffer.from('ảnh chụp'), 'not_pdf'],
    [await pdfOf(1, { password: 'bí mật' }), 'encrypted'],
  ] as const)
    await expect(take(pdf)).rejects.toMatchObject({
      ...refused('elsewhere_unreadable'),
      params: { trouble },
    })
  const longer = Buffer.concat([signed, Buffer.from('\n% thêm một trang')])
  await expect(take(longer)).rejects.toMatchObject({
    ...refused('elsewhere_changed'),
    params: { finding: 'trailing_bytes' },
  })
  const other = await at.scanned()
  await expect(register({ ...scan, paperId: other.paperId })).rejects.toMatchObject(
    refused('paper_of_another_request'),
  )
  await expect(register({ ...scan, name: '' })).rejects.toMatchObject(refused('name_missing'))
  await expect(registerElsewhere(at.chairman, {} as NewElsewhere)).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  expect(await listElsewhere(at.officer, scan)).toEqual([])
})

test('a copy of our own that was revoked does not come back in as one made elsewhere', async () => {
  const copyId = await at.issued()
  const { signingJobId, numbered } = await getCopy(at.officer, { copyId })
  const pdf = await readSealedFile(at.officer, { jobId: signingJobId! })
  await revokeCopy(at.chairman, { copyId, reason: 'Bản chính bị sửa' })
  await expect(register({ pdf })).rejects.toMatchObject({
    ...refused('elsewhere_is_over'),
    params: { number: numbered!.number },
  })
})
