import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import { getPaper, removePage } from '#src/modules/papers/index.ts'
import { withdrawRequest } from '#src/modules/requests/index.ts'
import { cancelSigning, getSigningJob } from '#src/modules/signing/index.ts'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { allGood, useCertifying } from '#test/certified.ts'
import { hiredAs, otherOffice } from '#test/office.ts'
import {
  annulCopy,
  approveCopies,
  askForCopy,
  deliverCopy,
  findIssued,
  findIssuedBySha256,
  getCopy,
  listCopies,
  listStuckCopies,
  logCheck,
  markCompared,
  originalQuestions,
  readBook,
  readCashDay,
  readCopyFile,
  readDraftStatement,
  readPaperStatement,
  resumeCopies,
  returnCopy,
  revokeCopy,
  settleCopies,
  type AskedCopy,
} from './index.ts'

/** From the original on the desk to the copy in the person's hand. */
const at = useCertifying()

const refused = (code: string) => ({ code: `certification.${code}` })
const free = { how: 'file', to: 'Bà Nguyễn Thị A', paid: null } as const
const paying = (amountVnd: number) =>
  ({ ...free, paid: { amountVnd, way: 'cash', receiptNo: null } }) as const

async function ask(said: Partial<AskedCopy> = {}) {
  const scan = said.requestId ? {} : await at.scanned()
  return askForCopy(at.officer, {
    ...{ clientKey: randomUUID(), medium: 'electronic', copies: 1, answers: allGood },
    ...{ requestId: '', paperId: null, ...scan, ...said },
  })
}

test('an original becomes a signed and sealed file with a number in the book', async () => {
  const { requestId, paperId } = await at.scanned({ pages: 3, idNumber: '001190000001' })
  const { copyId, feeVnd } = await ask({ requestId, paperId })
  expect(feeVnd).toBe(5000)
  await markCompared(at.officer, { copyId, originalPages: 3 })
  expect((await getPaper(at.officer, { paperId })).verifiedAt).not.toBe(null)

  const [done] = await approveCopies(at.chairman, { copyIds: [copyId] })
  expect(done).toMatchObject({ outcome: 'approved', book: '01/2026-SCTĐT/BS' })
  const waiting = await getCopy(at.officer, { copyId })
  expect(waiting).toMatchObject({
    state: 'approved',
    requesterIdMasked: expect.stringMatching(/0001$/),
  })
  await expect(readCopyFile(at.officer, { copyId })).rejects.toMatchObject(refused('not_issued'))
  expect(await findIssued(at.desk.office, { code: waiting.code })).toBe(null)

  await at.seal([waiting.signingJobId!])
  expect(await settleCopies(at.system)).toEqual({ issued: 1 })
  expect(await settleCopies(at.system)).toEqual({ issued: 0 })

  const copy = await getCopy(at.officer, { copyId })
  const { bytes, name } = await readCopyFile(at.officer, { copyId })
  expect(copy.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(name).toBe(`ban-sao-2026-${copy.numbered!.number}.pdf`)
  const report = inspectPdf(bytes, { roots: at.signing.pki.roots, now: new Date() })
  expect(report.verdict).toBe('valid')

  await deliverCopy(at.officer, { copyId, ...paying(5000) })
  expect(await getCopy(at.officer, { copyId })).toMatchObject({
    state: 'issued',
    delivered: { how: 'file', to: 'Bà Nguyễn Thị A' },
    receipt: { amountVnd: 5000, way: 'cash' },
  })
  const deeds = (await listEntries(at.officer, { subjectId: copyId })).map((it) => it.action)
  expect(deeds.toSorted()).toEqual(
    ['approved', 'asked', 'compared', 'delivered', 'file_read', 'issued'].map(
      (it) => `certification.${it}`,
    ),
  )
})

test('anybody who holds the copy can check it, and learns no name but the signer’s', async () => {
  const copyId = await at.issued()
  const { code, sha256 } = await getCopy(at.officer, { copyId })
  const citizen = at.desk.office
  const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase()
  const found = await findIssued(citizen, { code: typed })
  expect(found).toMatchObject({
    ...{ copyId, state: 'issued', originalName: 'Giấy khai sinh', requesterInitials: 'N. T. A.' },
    ...{ signerName: 'Nguyễn Thị Thanh Hằng', ended: null },
  })
  expect(JSON.stringify(found)).not.toContain('Nguyễn Thị A"')
  expect(await findIssuedBySha256(citizen, { sha256: sha256! })).toEqual(found)
  expect(await findIssuedBySha256(citizen, { sha256: 'no hash' })).toBe(null)
  expect(await findIssued(citizen, { code: 'XXXXXXXXXXXX' })).toBe(null)
  const neighbour = await otherOffice(at.desk.office)
  expect(await findIssued(neighbour, { code })).toBe(null)

  await logCheck(citizen, { how: 'code', copyId, outcome: 'issued' })
  const { rows } = await at.desk.office.owner.query(
    'select how, outcome from certification.check where copy_id = $1',
    [copyId],
  )
  expect(rows).toEqual([{ how: 'code', outcome: 'issued' }])
})

test.each(originalQuestions.map((it) => [it]))(
  'an original that is %s gets no copy',
  async (question) => {
    const short = { foreign_not_consularised: 'foreign', private_unconfirmed: 'private' } as const
    const name = question in short ? short[question as keyof typeof short] : question
    await expect(ask({ answers: { ...allGood, [question]: 'yes' } })).rejects.toMatchObject(
      refused(`may_not_${name}`),
    )
  },
)

test('a foreign passport needs no consular stamp, and all six questions need an answer', async () => {
  await expect(
    ask({ answers: { ...allGood, foreign_not_consularised: 'exempt' } }),
  ).resolves.toMatchObject({ again: false })
  const { altered: _, ...five } = allGood
  await expect(ask({ answers: five })).rejects.toMatchObject(refused('questions_unanswered'))
  await expect(ask({ answers: { ...allGood, secret: 'exempt' } })).rejects.toMatchObject(
    refused('questions_unanswered'),
  )
})

test('what VNeID shows is copied only for a person who was told that it is needless', async () => {
  const scan = await at.scanned()
  await expect(ask({ ...scan, onVneid: true })).rejects.toMatchObject(refused('not_needed'))
  const { copyId } = await ask({ ...scan, onVneid: true, notNeededTold: true })
  expect(await getCopy(at.officer, { copyId })).toMatchObject({ need: 'not_needed' })
})

test('the form pressed twenty times at once asks for one copy', async () => {
  const scan = await at.scanned()
  const clientKey = randomUUID()
  const all = await Promise.all(Array.from({ length: 20 }, () => ask({ ...scan, clientKey })))
  expect(new Set(all.map((it) => it.copyId)).size).toBe(1)
  expect(all.filter((it) => !it.again)).toHaveLength(1)
})

test('a paper is asked for once at a time, on paper and electronically apart', async () => {
  const scan = await at.scanned()
  const { copyId } = await ask(scan)
  await expect(ask(scan)).rejects.toMatchObject(refused('asked_already'))
  await ask({ ...scan, medium: 'paper' })
  await returnCopy(at.chairman, { copyId, reason: 'Ảnh mờ' })
  await expect(ask(scan)).resolves.toMatchObject({ again: false })
})

test('wrong things typed into the form are named', async () => {
  const scan = await at.scanned()
  const other = await at.scanned()
  const cases: [Partial<AskedCopy>, string][] = [
    [{ copies: 0 }, 'copies_impossible'],
    [{ copies: 201 }, 'copies_impossible'],
    [{ originalPages: 0 }, 'pages_impossible'],
    [{ originalPages: 1.5 }, 'pages_impossible'],
    [{ clientKey: 'x' }, 'client_key_malformed'],
    [{ paperId: null }, 'scan_missing'],
    [{ paperId: other.paperId }, 'paper_of_another_request'],
    [{ originalName: ' ' }, 'name_missing'],
    [{ originalName: 'x'.repeat(501) }, 'text_too_long'],
    [{ medium: 'paper', paperId: null }, 'pages_impossible'],
    [{ medium: 'paper', paperId: null, originalPages: 1 }, 'name_missing'],
  ]
  for (const [said, code] of cases)
    await expect(ask({ ...scan, ...said }), code).rejects.toMatchObject(refused(code))
  await withdrawRequest(at.desk.officer, { requestId: other.requestId, reason: 'Không làm nữa' })
  await expect(ask(other)).rejects.toMatchObject(refused('request_ended'))
})

test('a scan without pages is no scan', async () => {
  const scan = await at.scanned()
  const [page] = (await getPaper(at.officer, scan)).pages
  await removePage(at.officer, { pageId: page!.id })
  await expect(ask(scan)).rejects.toMatchObject({
    code: expect.stringMatching(/scan_missing|papers/),
  })
})

test('no copy is approved that nobody compared, and none is compared twice', async () => {
  const copyId = await at.asked()
  expect(await approveCopies(at.chairman, { copyIds: [copyId] })).toMatchObject([
    { outcome: 'refused', code: 'certification.not_compared' },
  ])
  await markCompared(at.officer, { copyId, originalPages: 2, originalName: 'Giấy khai sinh cũ' })
  expect(await getCopy(at.officer, { copyId })).toMatchObject({
    ...{ originalName: 'Giấy khai sinh cũ', originalPages: 2, feeVnd: 4000 },
  })
  await expect(markCompared(at.officer, { copyId, originalPages: 2 })).rejects.toMatchObject(
    refused('compared_already'),
  )
})

test('approved twenty times at once, a copy has one number and one file to sign', async () => {
  const copyId = await at.compared()
  const before = await numbersGiven()
  const all = (
    await Promise.all(
      Array.from({ length: 20 }, () => approveCopies(at.chairman, { copyIds: [copyId] })),
    )
  ).flat()
  expect(all.filter((it) => it.outcome === 'approved')).toHaveLength(1)
  const others = all.flatMap((it) => (it.outcome === 'refused' ? [it.code] : []))
  expect(new Set(others)).toEqual(new Set(['certification.approved_already']))
  expect(await numbersGiven()).toBe(before + 1)
  const { rows } = await at.desk.office.owner.query(
    'select count(*)::int as n from signing.job where client_key like $1',
    [`certification:${copyId}:%`],
  )
  expect(rows[0].n).toBe(1)
})

test('twenty copies approved at once have twenty numbers in a row', async () => {
  const ids: string[] = []
  for (let i = 0; i < 20; i++) ids.push(await at.compared())
  const before = await numbersGiven()
  const all = await Promise.all(ids.map((id) => approveCopies(at.chairman, { copyIds: [id] })))
  const numbers = all.flat().map((it) => (it.outcome === 'approved' ? it.number : null))
  expect(numbers.toSorted((a, b) => a! - b!)).toEqual(
    Array.from({ length: 20 }, (_, i) => before + i + 1),
  )
})

test('one that is refused does not hold up the others', async () => {
  const [good, early, unknown] = [await at.compared(), await at.asked(), randomUUID()]
  expect(await approveCopies(at.chairman, { copyIds: [early, unknown, good] })).toMatchObject([
    { copyId: early, code: 'certification.not_compared' },
    { copyId: unknown, code: 'certification.copy_not_found' },
    { copyId: good, outcome: 'approved' },
  ])
})

test('no number is given while the signer has no key or the seal is away', async () => {
  const copyId = await at.compared()
  const before = await numbersGiven()
  const deputy = at.as(await hiredAs(at.desk.office, 'chairman'))
  expect(await approveCopies(deputy, { copyIds: [copyId] })).toMatchObject([
    { outcome: 'refused', code: 'certification.signing_not_ready' },
  ])
  expect(await numbersGiven()).toBe(before)
})

test('a file that cannot be made gives no number either', async () => {
  const copyId = await at.compared()
  const before = await numbersGiven()
  const broken = { ...at.chairman, verifyUrl: () => 'no address' }
  await expect(approveCopies(broken, { copyIds: [copyId] })).rejects.toThrow('Invalid URL')
  expect(await numbersGiven()).toBe(before)
  expect(await getCopy(at.officer, { copyId })).toMatchObject({ state: 'compared', numbered: null })
  expect(await approveCopies(at.chairman, { copyIds: [copyId] })).toMatchObject([
    { outcome: 'approved', number: before + 1 },
  ])
})

test('several copies on paper bear one number, are issued at once, and their statement is printed', async () => {
  const copyId = await at.issued({ medium: 'paper', copies: 3, originalPages: 2 })
  expect(await getCopy(at.officer, { copyId })).toMatchObject({
    ...{ state: 'issued', copies: 3, feeVnd: 12_000, signingJobId: null, sha256: null },
    numbered: { book: '01/2026-SCT/BS', number: 1 },
  })
  const { lines, signerName } = await readPaperStatement(at.officer, { copyId })
  expect(lines.join(' ')).toContain('lập thành 03 bản (ba bản)')
  expect(lines.join(' ')).toContain('Số chứng thực: 1; quyển số: 01/2026-SCT/BS.')
  expect(lines.join(' ')).toContain(
    'ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu',
  )
  expect(signerName).toBe('Nguyễn Thị Thanh Hằng')
  const unapproved = await at.asked()
  await expect(readPaperStatement(at.officer, { copyId: unapproved })).rejects.toMatchObject(
    refused('not_approved'),
  )
})

test('before approving, the chairman reads what will stand under the copy, but for its number', async () => {
  const copyId = await at.compared({ medium: 'paper', copies: 2 })
  const draft = await readDraftStatement(at.chairman, { copyId })
  await approveCopies(at.chairman, { copyIds: [copyId] })
  const { numbered } = await getCopy(at.officer, { copyId })
  const written = await readPaperStatement(at.officer, { copyId })
  expect(draft.lines.filter((it) => !it.includes('Số chứng thực'))).toEqual(
    written.lines.filter((it) => !it.includes('Số chứng thực')),
  )
  expect(draft.lines.join(' ')).not.toContain(`Số chứng thực: ${numbered!.number};`)
  expect(await readDraftStatement(at.chairman, { copyId })).toEqual(written)
  await expect(readDraftStatement(at.officer, { copyId })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})

test('a returned copy lets its scan be mended, unless another copy stands on it', async () => {
  const scan = await at.scanned()
  const compared = async (medium: 'electronic' | 'paper') => {
    const { copyId } = await ask({ ...scan, medium })
    await markCompared(at.officer, { copyId, originalPages: 1 })
    return copyId
  }
  const isFrozen = async () =>
    (await getPaper(at.officer, { paperId: scan.paperId })).verifiedAt !== null
  const [file, paper] = [await compared('electronic'), await compared('paper')]
  await returnCopy(at.chairman, { copyId: file, reason: 'Ảnh mờ' })
  expect(await isFrozen()).toBe(true)
  await returnCopy(at.chairman, { copyId: paper, reason: 'Ảnh mờ' })
  expect(await isFrozen()).toBe(false)
})

test('a copy is returned with a reason, and then goes nowhere', async () => {
  const copyId = await at.compared()
  await expect(returnCopy(at.chairman, { copyId, reason: ' ' })).rejects.toMatchObject(
    refused('reason_missing'),
  )
  await returnCopy(at.officer, { copyId, reason: 'Bản chính khác ảnh' })
  expect(await getCopy(at.officer, { copyId })).toMatchObject({
    state: 'returned',
    ended: { reason: 'Bản chính khác ảnh' },
  })
  expect(await approveCopies(at.chairman, { copyIds: [copyId] })).toMatchObject([
    { code: 'certification.returned_already' },
  ])
  await expect(returnCopy(at.chairman, { copyId, reason: 'x' })).rejects.toMatchObject(
    refused('returned_already'),
  )
})

test('nothing is handed over before both signatures, nor twice, nor for another price', async () => {
  const waiting = await at.approved()
  await expect(deliverCopy(at.officer, { copyId: waiting, ...paying(2000) })).rejects.toMatchObject(
    refused('not_issued'),
  )
  await expect(revokeCopy(at.chairman, { copyId: waiting, reason: 'x' })).rejects.toMatchObject(
    refused('not_issued'),
  )
  const copyId = await at.issued()
  const give = (more: Partial<Parameters<typeof deliverCopy>[1]>) =>
    deliverCopy(at.officer, { copyId, ...paying(2000), ...more })
  await expect(give({ paid: null })).rejects.toMatchObject(refused('fee_not_paid'))
  await expect(give({ paid: paying(1000).paid })).rejects.toMatchObject({
    ...refused('fee_differs'),
    params: { vnd: '2.000' },
  })
  await expect(give({ to: '' })).rejects.toMatchObject(refused('recipient_missing'))
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => give({})))
  expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  await expect(give({})).rejects.toMatchObject(refused('delivered_already'))
  await expect(annulCopy(at.chairman, { copyId, reason: 'Nhầm' })).rejects.toMatchObject(
    refused('delivered_already'),
  )
})

test('the drawer adds up: what each officer took, by medium and way of paying', async () => {
  const on = Temporal.PlainDate.from('2026-12-03')
  const later = (ctx: typeof at.officer) => ({ ...ctx, now: new Date('2026-12-03T03:00:00Z') })
  const second = at.as(await hiredAs(at.desk.office, 'officer'))
  const exempt = await at.issued({ exemptReason: 'Hộ nghèo' })
  await deliverCopy(later(at.officer), { copyId: exempt, ...free })
  for (const [ctx, pages] of [
    [at.officer, 1],
    [at.officer, 3],
    [second, 198],
  ] as const) {
    const copyId = await at.issued({ medium: 'paper', originalPages: pages })
    const { feeVnd } = await getCopy(ctx, { copyId })
    await deliverCopy(later(ctx), { copyId, ...paying(feeVnd) })
  }
  const day = await readCashDay(at.officer, { on })
  expect(
    day.rows
      .map((it) => [it.medium, it.way, it.count, it.amountVnd])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
  ).toEqual([
    ['paper', 'cash', 1, 200_000],
    ['paper', 'cash', 2, 7000],
  ])
  expect(day).toMatchObject({ cashVnd: 207_000, totalVnd: 207_000 })
})

test('nothing is paid for a copy that is exempt', async () => {
  const copyId = await at.issued({ exemptReason: 'Hộ nghèo', originalPages: 5 })
  await expect(deliverCopy(at.officer, { copyId, ...paying(2000) })).rejects.toMatchObject(
    refused('fee_differs'),
  )
  await deliverCopy(at.officer, { copyId, ...free })
  expect(await getCopy(at.officer, { copyId })).toMatchObject({ feeVnd: 0, receipt: null })
})

test('a copy made by mistake keeps its number, struck, and nobody signs it any more', async () => {
  const copyId = await at.approved()
  const { signingJobId, numbered, code } = await getCopy(at.officer, { copyId })
  await annulCopy(at.chairman, { copyId, reason: 'Ghi nhầm tên bản chính' })
  expect(await getSigningJob(at.officer, { jobId: signingJobId! })).toMatchObject({
    state: 'cancelled',
  })
  const { rows } = await readBook(at.officer, { year: 2026, medium: 'electronic' })
  expect(rows.find((it) => it.number === numbered!.number)).toMatchObject({
    ...{ copyId, originalName: 'Giấy khai sinh' },
    struck: { kind: 'annulled', reason: 'Ghi nhầm tên bản chính' },
  })
  expect(await findIssued(at.desk.office, { code })).toMatchObject({ state: 'annulled' })
  await expect(annulCopy(at.chairman, { copyId, reason: 'x' })).rejects.toMatchObject(
    refused('annulled_already'),
  )
})

test('a copy that is out in the world is revoked, and checking says so and why', async () => {
  const copyId = await at.issued()
  await deliverCopy(at.officer, { copyId, ...paying(2000) })
  await revokeCopy(at.chairman, { copyId, reason: 'Bản chính là giấy giả' })
  const { code, sha256 } = await getCopy(at.officer, { copyId })
  const revoked = { state: 'revoked', ended: { reason: 'Bản chính là giấy giả' } }
  expect(await findIssued(at.desk.office, { code })).toMatchObject(revoked)
  expect(await findIssuedBySha256(at.desk.office, { sha256: sha256! })).toMatchObject(revoked)
  await expect(revokeCopy(at.chairman, { copyId, reason: 'x' })).rejects.toMatchObject(
    refused('revoked_already'),
  )
})

test('a signing that was given up is begun again with the same number and the same words', async () => {
  const copyId = await at.approved()
  const before = await getCopy(at.officer, { copyId })
  await cancelSigning(at.chairman, { jobId: before.signingJobId!, reason: 'Hết hạn duyệt' })
  const all = await Promise.all(Array.from({ length: 5 }, () => resumeCopies(at.system)))
  expect(all.reduce((sum, it) => sum + it.resumed, 0)).toBe(1)
  const after = await getCopy(at.officer, { copyId })
  expect(after.signingJobId).not.toBe(before.signingJobId)
  expect(after.numbered).toEqual(before.numbered)
  await at.seal([after.signingJobId!])
  await settleCopies(at.system)
  expect(await getCopy(at.officer, { copyId })).toMatchObject({ state: 'issued' })
})

test('a given-up signing is begun again for an officer too, who may not sign', async () => {
  const copyId = await at.approved()
  const { signingJobId: jobId } = await getCopy(at.officer, { copyId })
  await cancelSigning(at.chairman, { jobId: jobId!, reason: 'Hết hạn duyệt' })
  expect(await resumeCopies(at.officer)).toEqual({ resumed: 1, stuck: [] })
  expect((await getCopy(at.officer, { copyId })).signingJobId).not.toBe(jobId)
  await expect(resumeCopies(at.as(at.desk.office))).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})

test('a given-up signing that cannot be begun again is named with what is in its way', async () => {
  const [keyless, erased] = [await at.approved(), await at.approved()]
  for (const copyId of [keyless, erased]) {
    const { signingJobId: jobId } = await getCopy(at.officer, { copyId })
    await cancelSigning(at.chairman, { jobId: jobId!, reason: 'Hết hạn duyệt' })
  }
  const { query } = at.desk.office.owner
  const owner = query.bind(at.desk.office.owner)
  const { paperId } = await getCopy(at.officer, { copyId: erased })
  await owner(`update papers.paper set erased_at = $2 where id = $1`, [paperId, at.officer.now])
  const someone = await hiredAs(at.desk.office, 'chairman')
  const nobody = someone.actor.kind === 'officer' ? someone.actor.officerId : ''
  await owner(`update certification.copy set approved_by = $2 where id = $1`, [keyless, nobody])
  const stuck = [
    { copyId: keyless, code: 'signing.key_missing' },
    { copyId: erased, code: 'papers.erased' },
  ]
  const told = await listStuckCopies(at.officer)
  expect(told).toHaveLength(2)
  expect(told).toEqual(expect.arrayContaining(stuck))
  expect(await resumeCopies(at.officer)).toEqual({ resumed: 0, stuck: told })
  for (const copyId of [keyless, erased])
    await annulCopy(at.chairman, { copyId, reason: 'Không ký tiếp được' })
  expect(await listStuckCopies(at.officer)).toEqual([])
})

test('who may not, does not', async () => {
  const copyId = await at.compared()
  const no = { code: 'identity.not_allowed' }
  await expect(approveCopies(at.officer, { copyIds: [copyId] })).rejects.toMatchObject(no)
  await expect(askForCopy(at.chairman, {} as AskedCopy)).rejects.toMatchObject(no)
  await expect(markCompared(at.chairman, { copyId, originalPages: 1 })).rejects.toMatchObject(no)
  await expect(annulCopy(at.officer, { copyId, reason: 'x' })).rejects.toMatchObject(no)
  await expect(revokeCopy(at.officer, { copyId, reason: 'x' })).rejects.toMatchObject(no)
  const citizen = at.as(at.desk.office)
  await expect(getCopy(citizen, { copyId })).rejects.toMatchObject(no)
  await expect(listCopies(citizen, {})).rejects.toMatchObject(no)
  await expect(deliverCopy(citizen, { copyId, ...free })).rejects.toMatchObject(no)
  const elsewhere = at.as({ ...(await otherOffice(at.desk.office)), actor: at.officer.actor })
  await expect(getCopy(elsewhere, { copyId })).rejects.toMatchObject(refused('copy_not_found'))
  await expect(returnCopy(elsewhere, { copyId, reason: 'x' })).rejects.toMatchObject(
    refused('copy_not_found'),
  )
})

async function numbersGiven(): Promise<number> {
  const { rows } = await at.desk.office.owner.query(
    `select coalesce(max(last_number), 0) as n from certification.book
      where medium = 'electronic' and year = 2026`,
  )
  return rows[0].n
}
