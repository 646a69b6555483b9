import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import {
  askForCopy,
  getCopy,
  listCopies,
  markCompared,
  originalQuestions,
  type Medium,
  type OriginalAnswers,
} from '#src/modules/certification/index.ts'
import { addPage } from '#src/modules/papers/index.ts'
import { readReport } from '#src/modules/reports/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import {
  addKey,
  cancelSigning,
  checkReadiness,
  continueSigning,
  fetchForAgent,
  listKeys,
  removeKey,
} from '#src/modules/signing/index.ts'
import { need } from '#test/desk.ts'
import { writeNation } from '#test/nation.ts'
import { useOfficers } from '#test/officers-site.ts'
import { goodScan, pdfOf } from '#test/papers/files.ts'
import { photograph } from '#test/papers/photographs.ts'
import { useShelf } from '#test/papers/shelf.ts'
import { holderOf, registerP12, usePades, useSigning } from '#test/signing/ready-office.ts'
import { openCscService } from '#test/signing/remote-signing.ts'
import { sign as signPdf, signerOf } from '#test/signing/sign.ts'
import { mostAtOnce } from './certification/take-some.ts'

const [shelf, pades] = [useShelf(), usePades()]
const site = useOfficers(shelf, pades)
const signing = useSigning(site.office, { shelf, pades })
/** Cookies of the officer, the chairman and the administrator. */
let [officer, chairman, admin] = ['', '', '']
let officerName = ''

beforeAll(async () => {
  await writeNation(site.office.owner)
  const entered = await site.enter('officer')
  ;[officer, officerName] = [entered.cookie, entered.fullName]
  admin = (await site.enter('office_admin')).cookie
  const chief = await site.enter('chairman')
  chairman = chief.cookie
  await registerP12(signing, { name: 'official', holderId: chief.id })
  await checkReadiness(signing.system)
})

const answers = Object.fromEntries(originalQuestions.map((it) => [it, 'no'])) as OriginalAnswers
const allNo = Object.fromEntries(originalQuestions.map((it) => [`answer.${it}`, 'no']))

/** A request with one scanned paper of so many files. */
async function scanned(pages = 1): Promise<{ requestId: string; paperId: string }> {
  const { id: requestId } = await receiveRequest(signing.officer, need())
  const ctx = { ...signing.officer, reader: shelf.reader }
  let paperId = ''
  for (let i = 0; i < pages; i++) {
    const bytes = i === 0 ? await goodScan() : await pdfOf(i)
    const place = { requestId, listedAs: null, name: 'Giấy khai sinh', clientKey: randomUUID() }
    paperId = (await addPage(ctx, { ...place, bytes })).paperId
  }
  return { requestId, paperId }
}

/** A copy that was asked for, and compared when `compared` is set. */
async function asked(how: { compared?: boolean; medium?: Medium } = {}) {
  const { compared = false, medium = 'electronic' } = how
  const { requestId, paperId } = await scanned()
  const { copyId } = await askForCopy(signing.officer, {
    ...{ clientKey: randomUUID(), requestId, paperId, medium, copies: 1, answers },
    ...{ originalPages: 1, notNeededTold: true },
  })
  if (compared)
    await post(`/ban/chung-thuc/${copyId}/doi-chieu`, { 'same[]': '1', originalPages: '1' })
  return copyId
}

type Form = Record<string, string | string[]>
const get = (path: string, cookie = officer) => site.get(path, cookie)
const post = (path: string, form: Form, cookie = officer) => site.post(path, form, { cookie })
const copyOf = (copyId: string) => getCopy(signing.officer, { copyId })
const sign = (ids: string[], secret = signing.secret) =>
  post('/lanh-dao/chung-thuc/ky', { 'ids[]': ids, secret }, chairman)
const seal = (ids: string[], secret = signing.secret) =>
  post('/ban/chung-thuc/dong-dau', { 'ids[]': ids, secret })

/** A copy that is signed and sealed. */
async function issued(): Promise<string> {
  const copyId = await asked({ compared: true })
  await sign([copyId])
  expect((await seal([copyId])).location).toContain('xong=dau')
  return copyId
}

test('the request leads to its certified copies, and each paper says whether one is needed', async () => {
  const { requestId, paperId } = await scanned()
  expect((await get(`/ban/yeu-cau/${requestId}`)).html).toContain(
    `href="/ban/yeu-cau/${requestId}/chung-thuc"`,
  )
  const page = await get(`/ban/yeu-cau/${requestId}/chung-thuc`)
  expect(page.text).toContain('1. Của giấy tờ nào?')
  expect(page.html).toContain(`/chung-thuc?giay=${paperId}`)
  expect(page.text).toContain('Chưa yêu cầu bản sao nào.')
})

test('six questions, a fee shown before anything is written, then the copy is asked for', async () => {
  const { requestId, paperId } = await scanned(3)
  const path = `/ban/yeu-cau/${requestId}/chung-thuc`
  const form = await get(`${path}?giay=${paperId}`)
  expect(form.text).toContain('2. Có được chứng thực không?')
  // One scan and PDFs of one and two pages.
  expect(form.html).toMatch(/name="originalPages"[^>]*value="4"/)
  expect(form.text).toContain('Phí: 6.000 đ')
  const key = /name="clientKey" value="([^"]+)"/.exec(form.html)![1]!
  const typed = { clientKey: key, paperId, medium: 'electronic', originalName: 'Giấy khai sinh' }
  const said = { ...typed, ...allNo, originalPages: '4', copies: '2', still: 'co' }

  const counted = await post(path, { ...said, deed: 'tinh' })
  expect([counted.status, counted.text.includes('Phí: 12.000 đ')]).toEqual([200, true])
  expect(await listCopies(signing.officer, { requestId })).toEqual([])

  const done = await post(path, { ...said, deed: 'ghi' })
  expect([done.status, done.location]).toEqual([303, `${path}?xong=yeucau`])
  await post(path, { ...said, deed: 'ghi' })
  const copies = await listCopies(signing.officer, { requestId })
  expect(copies.map((it) => [it.state, it.copies, it.feeVnd])).toEqual([['asked', 2, 12000]])
  expect((await get(done.location!)).text).toContain('Đã ghi yêu cầu chứng thực.')
})

test('a question without an answer is named beside itself, and nothing typed is lost', async () => {
  const { requestId, paperId } = await scanned()
  const { altered: _, ...some } = { altered: '', ...allNo }
  const refused = await post(`/ban/yeu-cau/${requestId}/chung-thuc`, {
    ...{
      clientKey: randomUUID(),
      paperId,
      medium: 'electronic',
      originalPages: '1',
      copies: 'hai',
    },
    ...{ ...some, 'answer.altered': '', originalName: 'Giấy khai sinh bản cũ', still: 'co' },
  })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('href="#o-answer-altered"')
  expect(refused.text).toContain('Trả lời câu về tẩy xóa, sửa chữa.')
  expect(refused.html).toContain('href="#o-copies"')
  expect(refused.html).toContain('value="Giấy khai sinh bản cũ"')
})

test('an original that was altered is not certified, and the page says why', async () => {
  const { requestId, paperId } = await scanned()
  const refused = await post(`/ban/yeu-cau/${requestId}/chung-thuc`, {
    ...{ clientKey: randomUUID(), paperId, medium: 'electronic', originalPages: '1', copies: '1' },
    ...{ ...allNo, 'answer.altered': 'yes', originalName: 'Giấy khai sinh', still: 'co' },
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('xin bản sao từ sổ gốc ở nơi đã cấp')
  expect(refused.html).toContain('href="#o-answer-altered"')
  expect(await listCopies(signing.officer, { requestId })).toEqual([])
})

test('of a paper that VNeID shows the person is told that no copy is needed, and may still have one', async () => {
  const { requestId, paperId } = await scanned()
  const path = `/ban/yeu-cau/${requestId}/chung-thuc`
  expect((await get(`${path}?giay=${paperId}`)).html).toContain('name="onVneid"')
  const said = {
    ...{ clientKey: randomUUID(), paperId, medium: 'electronic', originalPages: '1', copies: '1' },
    ...{ ...allNo, originalName: 'Căn cước', onVneid: 'co' },
  }
  const told = await post(path, said)
  expect([told.status, told.text.includes('đã hiện trên VNeID')]).toEqual([422, true])
  expect(told.html).toMatch(/name="onVneid" value="co" checked/)
  expect((await post(path, { ...said, still: 'co' })).status).toBe(303)
})

test('each page is ticked beside the original before the copy goes to the chairman', async () => {
  const copyId = await asked()
  const page = await get(`/ban/chung-thuc/${copyId}`)
  expect(page.text).toContain('Trang 1: tôi đang cầm bản chính, giống hệt')
  const not = await post(`/ban/chung-thuc/${copyId}/doi-chieu`, { originalPages: '1' })
  expect([not.status, not.text.includes('Đánh dấu từng trang')]).toEqual([422, true])
  const yes = await post(`/ban/chung-thuc/${copyId}/doi-chieu`, {
    'same[]': '1',
    originalPages: '1',
  })
  expect(yes.location).toBe('/ban/chung-thuc?xong=doichieu')
  expect((await copyOf(copyId)).state).toBe('compared')
  expect((await get('/lanh-dao/chung-thuc', chairman)).html).toContain(copyId)
})

test('pages counted when the copy was asked for stand when it is compared, and so does the fee', async () => {
  const { requestId, paperId } = await scanned()
  const { copyId } = await askForCopy(signing.officer, {
    ...{ clientKey: randomUUID(), requestId, paperId, medium: 'electronic', copies: 2, answers },
    ...{ originalPages: 3, notNeededTold: true },
  })
  const page = await get(`/ban/chung-thuc/${copyId}`)
  expect(page.html).toMatch(/name="originalPages"[^>]*value="3"/)
})

test('what was wrong with a picture is said beside it when it is compared', async () => {
  const { id: requestId } = await receiveRequest(signing.officer, need())
  const place = { requestId, listedAs: null, name: 'Giấy khai sinh', clientKey: randomUUID() }
  const { jpeg: bytes } = await photograph(1, { room: 0.1 })
  const reading = { ...signing.officer, reader: shelf.reader }
  const { paperId } = await addPage(reading, { ...place, bytes })
  const { copyId } = await askForCopy(signing.officer, {
    ...{ clientKey: randomUUID(), requestId, paperId, medium: 'electronic', copies: 1, answers },
    ...{ originalPages: 1, notNeededTold: true },
  })
  expect((await get(`/ban/chung-thuc/${copyId}`)).text).toContain('Ảnh tối quá.')
})

test('the chairman sees each page, who compared it and the statement as it will read', async () => {
  const copyId = await asked({ compared: true })
  const page = await get(`/lanh-dao/chung-thuc/${copyId}`, chairman)
  expect(page.html).toMatch(/<img src="\/ban\/yeu-cau\/[^"]+\/xem"/)
  expect(page.text).toContain(`${officerName} đã đối chiếu`)
  expect(page.text).toContain('Số chứng thực: ……')
  expect(page.text).toContain('Nguyễn Thị Thanh Hằng')
  expect((await get('/lanh-dao', chairman)).text).toMatch(/\d+ bản sao chờ ký/)
  expect((await get(`/lanh-dao/chung-thuc/${copyId}`)).status).toBe(403)
})

test('ticked, signed with one password, sealed with another: issued, and only then given out', async () => {
  const [one, two] = [await asked({ compared: true }), await asked({ compared: true })]
  const none = await post('/lanh-dao/chung-thuc/ky', { secret: signing.secret }, chairman)
  expect([none.status, none.text.includes('Chọn ít nhất một bản.')]).toEqual([422, true])
  const signed = await sign([one, two])
  expect(signed.location).toBe('/lanh-dao/chung-thuc?xong=ky')
  expect((await copyOf(one)).state).toBe('approved')
  expect((await get(`/ban/chung-thuc/${one}/tep`)).status).toBe(409)
  expect((await get('/ban/chung-thuc')).text).toContain('Chờ đóng dấu cơ quan')

  const sealed = await seal([one, two])
  expect(sealed.location).toBe('/ban/chung-thuc?xong=dau')
  expect((await copyOf(two)).state).toBe('issued')
  const file = await get(`/ban/chung-thuc/${two}/tep`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.headers.get('cache-control')).toBe('no-store')
  expect(file.html.startsWith('%PDF-')).toBe(true)
  const trail = await listEntries(signing.system, { subjectId: two })
  expect(trail.map((it) => it.action)).toContain('certification.file_read')
})

test('of many ticked copies a press does some, says how many remain and leaves those ticked', async () => {
  const { requestId } = await scanned()
  const ids: string[] = []
  for (let i = 0; i <= mostAtOnce; i++) {
    const { copyId } = await askForCopy(signing.officer, {
      ...{ clientKey: randomUUID(), requestId, paperId: null, medium: 'paper', copies: 1, answers },
      ...{ originalName: `Sổ đỏ ${i + 1}`, originalPages: 1, notNeededTold: true },
    })
    await markCompared(signing.officer, { copyId, originalPages: 1 })
    ids.push(copyId)
  }
  const ticked = (html: string) =>
    [...html.matchAll(/value="([\w-]{36})"[^>]* checked/g)].map((it) => it[1])
  const first = await sign(ids)
  expect([first.status, ticked(first.html)]).toEqual([200, ids.slice(mostAtOnce)])
  expect(first.text).toContain('Còn 1 bản đã chọn')
  const states = (await Promise.all(ids.map(copyOf))).map((it) => it.state)
  expect(states.filter((it) => it === 'issued')).toHaveLength(mostAtOnce)
  expect((await sign(ids.slice(mostAtOnce))).location).toContain('xong=ky')

  const last = await asked({ compared: true })
  await sign([last])
  const sealed = await seal([...ids.slice(0, mostAtOnce), last])
  expect([sealed.status, ticked(sealed.html)]).toEqual([200, [last]])
  expect((await copyOf(last)).state).toBe('approved')
  expect((await seal([last])).location).toContain('xong=dau')
})

test('a wrong password signs nothing, says so, and is not shown again', async () => {
  const copyId = await asked({ compared: true })
  const wrong = await sign([copyId], 'mật khẩu sai')
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('href="#o-secret"')
  expect(wrong.text).toContain('Mật khẩu của tệp khóa không đúng.')
  expect(wrong.html).not.toContain('mật khẩu sai')
  // Its number is kept, and it waits to be signed.
  expect((await copyOf(copyId)).numbered).not.toBe(null)
  expect((await sign([copyId])).location).toContain('xong=ky')
})

test('where nothing can be signed an electronic copy is not proposed, and the desk says so before it is asked for', async () => {
  const { requestId, paperId } = await scanned()
  const form = () => get(`/ban/yeu-cau/${requestId}/chung-thuc?giay=${paperId}`)
  expect((await form()).text).not.toContain('Bây giờ chưa ký số được')
  const seal = (await listKeys(signing.admin)).find((it) => it.holderId === null)!
  await removeKey(signing.admin, { keyId: seal.id })
  await checkReadiness(signing.system)
  const page = await form()
  expect(page.text).toContain('Bây giờ chưa ký số được')
  expect(page.html).toMatch(/name="medium" value="paper" checked/)
  await registerP12(signing, { name: 'seal', holderId: null })
  await checkReadiness(signing.system)
})

test('a chairman without a key still signs what is on paper, and can tick nothing else', async () => {
  const [file, byHand] = [
    await asked({ compared: true }),
    await asked({ compared: true, medium: 'paper' }),
  ]
  const keyless = (await site.enter('chairman')).cookie
  const list = await get('/lanh-dao/chung-thuc', keyless)
  expect(list.text).toContain('Chưa có khóa ký nào của lãnh đạo')
  expect(list.html).toContain(`name="ids[]" value="${byHand}"`)
  expect(list.html).not.toContain(`name="ids[]" value="${file}"`)
  expect((await post('/lanh-dao/chung-thuc/ky', { 'ids[]': byHand }, keyless)).status).toBe(303)
  expect((await copyOf(byHand)).state).toBe('issued')
})

test('without a key that works no button to sign is offered, and the page says what to do', async () => {
  const copyId = await asked({ compared: true })
  const other = await site.enter('chairman')
  const page = await get(`/lanh-dao/chung-thuc/${copyId}`, other.cookie)
  expect(page.text).toContain('Chưa ký được')
  expect(page.html).not.toContain('name="secret"')
  const seals = (await listKeys(signing.admin)).filter((it) => it.holderId === null)
  for (const { id } of seals) await removeKey(signing.admin, { keyId: id })
  await checkReadiness(signing.system)
  expect((await get(`/lanh-dao/chung-thuc/${copyId}`, chairman)).html).not.toContain(
    'name="secret"',
  )
  await registerP12(signing, { name: 'seal', holderId: null })
  await checkReadiness(signing.system)
  expect((await get(`/lanh-dao/chung-thuc/${copyId}`, chairman)).html).toContain('name="secret"')
})

test('a key that only a program can use: number first, then the file fetched, signed and brought back', async () => {
  const copyId = await asked({ compared: true })
  const chief = await site.enter('chairman')
  await addKey(signing.admin, {
    ...{ holderId: chief.id, holder: holderOf(chief.id), access: { kind: 'agent' } },
    certificates: (['official', 'issuer'] as const)
      .map((it) => signing.pki[it].certificate.toString())
      .join('\n'),
  })
  await checkReadiness(signing.system)
  const list = '/lanh-dao/chung-thuc'
  const page = await get(list, chief.cookie)
  expect(page.text).toContain('Khóa này ký bằng chương trình')
  expect(page.html).not.toContain('name="secret"')
  const numbered = await post(`${list}/ky`, { 'ids[]': copyId }, chief.cookie)
  expect(numbered.location).toBe(`${list}?xong=so`)
  expect((await get(list, chief.cookie)).text).toContain('Ký bằng chương trình: Giấy khai sinh')

  const opened = await post(`${list}/${copyId}/phan-mem`, {}, chief.cookie)
  const [, fetchToken] = /\?ma=([\w-]+)"/.exec(opened.html)!
  const [, token] = /action="[^"]+\?ma=([\w-]+)"/.exec(opened.html)!
  const { pdf } = await fetchForAgent(signing.system, { token: fetchToken! })
  expect((await get(`${list}/${copyId}/tep?ma=${fetchToken}`, chief.cookie)).status).toBe(409)
  expect((await get(list, chief.cookie)).text).toContain('Đang chờ tệp ký xong')
  const bring = (file: Uint8Array | null, ma = token) =>
    bringFile(`${list}/${copyId}/tep?ma=${ma}`, file, chief.cookie)
  const other = await bring(await pdfOf(1))
  expect([other.status, other.html.includes(`?ma=${token}"`)]).toEqual([422, true])
  expect((await bring(null)).html).toContain('href="#o-file"')
  const signed = await signPdf(pdf, signerOf(signing.pki, 'official'), { field: 'Ký tại máy' })
  expect((await bring(signed, 'khong-co')).text).toContain('Địa chỉ này đã dùng hoặc đã hết hạn')
  expect((await bring(signed)).location).toBe(`${list}?xong=ky`)
  expect((await bring(signed)).text).toContain('Địa chỉ này đã dùng hoặc đã hết hạn')
  expect((await seal([copyId])).location).toContain('xong=dau')
  expect((await copyOf(copyId)).state).toBe('issued')
})

/** A program's signed file, brought back by hand. */
function bringFile(path: string, file: Uint8Array | null, cookie: string) {
  const body = new FormData()
  if (file) body.set('file', new File([new Uint8Array(file)], 'ky.pdf'))
  return site.send(path, { method: 'POST', body, headers: { cookie } })
}

test('a seal that only a program can use: fetched, sealed there, brought back, and the copy is issued', async () => {
  const copyId = await asked({ compared: true })
  await sign([copyId])
  const certificates = (['seal', 'issuer'] as const)
    .map((it) => signing.pki[it].certificate.toString())
    .join('\n')
  const access = { kind: 'agent' } as const
  await addKey(signing.admin, { holderId: null, holder: holderOf(null), access, certificates })
  await checkReadiness(signing.system)
  try {
    const list = '/ban/chung-thuc'
    const page = await get(list)
    expect(page.text).toContain('Đóng dấu bằng chương trình: Giấy khai sinh')
    expect(page.html).not.toContain('name="secret"')
    expect((await post(`${list}/${copyId}/phan-mem`, {}, chairman)).status).toBe(403)
    const opened = await post(`${list}/${copyId}/phan-mem`, {})
    expect(opened.text).toContain('Đóng dấu bằng chương trình trên máy này')
    const [, fetchToken] = /href="[^"]+\?ma=([\w-]+)"/.exec(opened.html)!
    const [, back] = /action="([^"]+\?ma=[\w-]+)"/.exec(opened.html)!
    const { pdf } = await fetchForAgent(signing.system, { token: fetchToken! })
    const changed = Buffer.concat([pdf, Buffer.from('%them\n')])
    expect((await bringFile(back!, changed, officer)).status).toBe(422)
    const sealed = await signPdf(pdf, signerOf(signing.pki, 'seal'), { field: 'Dấu tại máy' })
    expect((await bringFile(back!, sealed, officer)).location).toBe(`${list}?xong=dau`)
    expect((await copyOf(copyId)).state).toBe('issued')
    expect((await bringFile(back!, sealed, officer)).status).toBe(422)
  } finally {
    await registerP12(signing, { name: 'seal', holderId: null })
    await checkReadiness(signing.system)
  }
})

test('a key that is approved on the phone: the page waits and hears of it by itself', async () => {
  const copyId = await asked({ compared: true })
  const chief = await site.enter('chairman')
  const phone = await openCscService(signing.pki, signing.pki.official, { approvedLater: true })
  const { url, credentialId, account } = phone
  await addKey(signing.admin, {
    ...{ holderId: chief.id, holder: holderOf(chief.id) },
    access: { kind: 'csc', url, credentialId, ...account, approvedLater: true },
  })
  await checkReadiness(signing.system)
  const list = '/lanh-dao/chung-thuc'
  const sent = await post(`${list}/ky`, { 'ids[]': copyId }, chief.cookie)
  expect(sent.location).toBe(`${list}?xong=cho`)
  const waiting = await get(list, chief.cookie)
  expect(waiting.text).toContain('Đang chờ xác nhận trên điện thoại')
  expect(waiting.html).toContain(`data-src="${list}/luong"`)
  phone.answerOnPhone('approve')
  await continueSigning(
    signing.as({ ...signing.system, now: new Date(site.now.getTime() + 60_000) }),
  )
  expect((await get(list, chief.cookie)).html).not.toContain('data-src')
  expect((await get('/ban/chung-thuc')).html).toContain(`value="${copyId}"`)
  await phone.close()
})

test('the chairman returns a copy with words that the desk reads', async () => {
  const copyId = await asked({ compared: true })
  const path = `/lanh-dao/chung-thuc/${copyId}/tra-lai`
  expect((await post(path, { reason: ' ' }, chairman)).status).toBe(422)
  const done = await post(path, { reason: 'Trang 1 mờ, chụp lại.' }, chairman)
  expect(done.location).toBe('/lanh-dao/chung-thuc?xong=tralai')
  const page = await get(`/ban/chung-thuc/${copyId}`)
  expect(page.text).toContain('Trang 1 mờ, chụp lại.')

  const { requestId, paperId } = await copyOf(copyId)
  const again = `/ban/yeu-cau/${requestId}/chung-thuc?giay=${paperId}`
  const queue = await get('/ban/chung-thuc')
  expect(queue.text).toContain('Lãnh đạo trả lại')
  expect(queue.text).toContain('Trang 1 mờ, chụp lại.')
  expect(queue.html).toContain(`href="${again}"`)
  expect((await get('/ban')).text).toMatch(/Lãnh đạo trả lại: \d/)
  // Its scan may be mended: the page is taken out and photographed again.
  const scan = `/ban/yeu-cau/${requestId}/anh/${paperId}`
  expect((await get(scan)).text).toContain('Bỏ trang này')
  await askForCopy(signing.officer, {
    ...{ clientKey: randomUUID(), requestId, paperId, medium: 'electronic', copies: 1, answers },
    ...{ originalPages: 1, notNeededTold: true },
  })
  expect((await get('/ban/chung-thuc')).html).not.toContain(`href="${again}"`)
})

test('handed over with its fee, on a slip that anybody can check', async () => {
  const copyId = await issued()
  const path = `/ban/chung-thuc/${copyId}/trao`
  const unpaid = await post(path, { how: 'email', to: 'a@example.vn' })
  expect([unpaid.status, unpaid.html.includes('href="#o-way"')]).toEqual([422, true])
  const done = await post(path, {
    how: 'email',
    to: 'a@example.vn',
    way: 'cash',
    receiptNo: '0007',
  })
  expect(done.location).toBe(`/ban/chung-thuc/${copyId}?xong=trao`)
  const slip = await get(`/ban/chung-thuc/${copyId}/phieu`)
  const { code } = await copyOf(copyId)
  expect(slip.text).toContain('Biên lai 0007')
  expect(slip.html).toContain(`http://localhost/vu-ban/xac-minh/${code}`)
  const cash = await get('/ban/thu-phi')
  expect(cash.text).toMatch(/Tiền mặt 1 2\.000/)
})

test('a number is annulled and a copy revoked, each with its reason, by the chairman only', async () => {
  const copyId = await issued()
  const page = await get(`/ban/chung-thuc/${copyId}`)
  expect(page.html).not.toContain('thu-hoi')
  expect((await post(`/ban/chung-thuc/${copyId}/thu-hoi`, { 'thu-hoi.reason': 'x' })).status).toBe(
    403,
  )
  const empty = await post(`/ban/chung-thuc/${copyId}/huy`, { 'huy.reason': '' }, chairman)
  expect([empty.status, empty.html.includes('href="#o-huy-reason"')]).toEqual([422, true])
  const reason = 'Chứng thực nhầm bản cũ.'
  await post(`/ban/chung-thuc/${copyId}/huy`, { 'huy.reason': reason }, chairman)
  expect((await copyOf(copyId)).state).toBe('annulled')
  const book = await get('/ban/so-chung-thuc/2026/dien-tu')
  expect(book.html).toContain('<tr class="struck">')
  expect(book.text).toContain(reason)
})

test('the report counts copies that were issued, also one revoked later, but none annulled', async () => {
  const day = Temporal.PlainDate.from('2026-11-20')
  const count = async () => {
    const report = await readReport(signing.system, { from: day, to: day })
    return report.copies.find((it) => it.medium === 'electronic')!.numbers
  }
  const before = await count()
  const [revoked, annulled] = [await issued(), await issued()]
  const reason = { 'thu-hoi.reason': 'Bản chính bị sửa', 'huy.reason': 'Chứng thực nhầm' }
  await post(`/ban/chung-thuc/${revoked}/thu-hoi`, reason, chairman)
  await post(`/ban/chung-thuc/${annulled}/huy`, reason, chairman)
  expect((await count()) - before).toBe(1)
  expect((await get('/ban/bao-cao?tu=2026-11-01&den=2026-11-30')).text).toMatch(
    /Bản sao chứng thực đã cấp Bản điện tử \d+ số, \d+ bản, phí [\d.]+ đ/,
  )
})

test('the file of a revoked or annulled copy is handed out no more; who reads the trail may still look', async () => {
  const [revoked, annulled] = [await issued(), await issued()]
  const reason = { 'thu-hoi.reason': 'Bản chính bị sửa', 'huy.reason': 'Chứng thực nhầm' }
  await post(`/ban/chung-thuc/${revoked}/thu-hoi`, reason, chairman)
  await post(`/ban/chung-thuc/${annulled}/huy`, reason, chairman)
  for (const [copyId, said] of [
    [revoked, 'Bản sao này đã thu hồi, không trao'],
    [annulled, 'Bản sao này đã hủy, không trao'],
  ] as const) {
    const file = `/ban/chung-thuc/${copyId}/tep`
    expect((await get(`/ban/chung-thuc/${copyId}`)).html).not.toContain(file)
    const refused = await get(file)
    expect([refused.status, refused.text.includes(said)]).toEqual([409, true])
    expect((await get(`${file}?luu-vet`)).status).toBe(403)
    expect((await get(`/ban/chung-thuc/${copyId}`, chairman)).html).toContain(`${file}?luu-vet`)
    const looked = await get(`${file}?luu-vet`, chairman)
    expect(looked.headers.get('content-type')).toBe('application/pdf')
    const entries = await listEntries(signing.chairman, { subjectId: copyId })
    const entry = entries.find((it) => it.action === 'certification.file_read')
    expect(JSON.stringify(entry)).toContain((await copyOf(copyId)).state)
  }
})

test('a copy on paper gets its number and its statement to print', async () => {
  const copyId = await asked({ compared: true, medium: 'paper' })
  const signed = await post('/lanh-dao/chung-thuc/ky', { 'ids[]': copyId }, chairman)
  expect(signed.location).toContain('xong=ky')
  const page = await get(`/ban/chung-thuc/${copyId}`)
  expect(page.html).toContain('class="statement"')
  expect(page.text).toMatch(/Số chứng thực: \d+; quyển số: 01\/2026-SCT\/BS/)
  expect(page.text).toContain('Đã cấp số')
  // It is signed by hand and stamped before it is handed over, so it stands first; alone in print.
  expect(page.html.indexOf('class="statement"')).toBeLessThan(page.html.indexOf('/trao"'))
  expect(page.html).toMatch(/<section class="part noprint"><h2>Trao cho bà con/)
})

test('of an annulled copy on paper no statement can be printed any more', async () => {
  const copyId = await asked({ compared: true, medium: 'paper' })
  await post('/lanh-dao/chung-thuc/ky', { 'ids[]': copyId }, chairman)
  await post(`/ban/chung-thuc/${copyId}/huy`, { 'huy.reason': 'Chứng thực nhầm' }, chairman)
  const page = await get(`/ban/chung-thuc/${copyId}`)
  expect([page.text.includes('Đã hủy'), page.html.includes('class="statement"')]).toEqual([
    true,
    false,
  ])
})

test('the book is searched, corrected beside its line, and downloaded', async () => {
  const copyId = await issued()
  const { numbered } = await copyOf(copyId)
  const path = '/ban/so-chung-thuc/2026/dien-tu'
  expect((await get('/ban/so-chung-thuc')).html).toContain(`href="${path}"`)
  expect((await get(`${path}?tim=khong+co+ai`)).text).toContain('Không có dòng nào như vậy.')
  expect((await get(`${path}?tim=${numbered!.number}`)).html).toContain(copyId)
  expect((await get(`${path}?tim=giay+khai`)).html).toContain(copyId)
  const form = { number: String(numbered!.number), field: 'note', value: 'Bản cấp lại' }
  expect((await post(`${path}/sua`, { ...form, reason: '' })).status).toBe(422)
  const done = await post(`${path}/sua`, { ...form, reason: 'Ghi thiếu' })
  expect(done.location).toBe(`${path}?xong=sua`)
  expect((await get(path)).text).toContain('Sửa ghi chú thành “Bản cấp lại”')
  const xlsx = await get(`${path}/so.xlsx`)
  expect(xlsx.headers.get('content-disposition')).toContain('.xlsx')
  const early = await post(`${path}/dong`, { sure: 'co' }, chairman)
  expect(early.status).toBe(422)
  expect((await post(`${path}/dong`, {}, chairman)).text).toContain('Đánh dấu để xác nhận')
  expect((await get('/ban/so-chung-thuc/2026/khac')).status).toBe(404)
})

test('a correction that is refused stays open with what was typed, the wrong field named', async () => {
  await issued()
  const path = '/ban/so-chung-thuc/2026/dien-tu/sua'
  const typed = { number: '1', field: 'requester_id', value: '123', reason: 'Gõ nhầm' }
  for (const [said, wrong] of [
    [{ ...typed, number: '99999', field: 'note' }, 'number'],
    [typed, 'value'],
  ] as const) {
    const page = await post(path, said)
    expect(page.status).toBe(422)
    expect(page.html).toContain(`<a href="#o-${wrong}">`)
    expect(page.html).toMatch(/<details open[^>]*><summary>Sửa một dòng/)
    expect(page.html).toContain('value="123"')
  }
})

test('the day’s fees say how much of them must lie in the drawer', async () => {
  for (const way of ['cash', 'transfer']) {
    const copyId = await issued()
    await post(`/ban/chung-thuc/${copyId}/trao`, { how: 'file', to: 'Đỗ Thị A', way })
  }
  const page = await get('/ban/thu-phi')
  const [, total, cash] = /Cộng ?([\d.]+) đ.*Trong đó tiền mặt ?([\d.]+) đ/s.exec(page.text)!
  const dong = (said: string | undefined) => Number(said!.replaceAll('.', ''))
  expect(dong(total) - dong(cash)).toBe(2000)
})

test('whole ID numbers of the book are shown for a reason, and only to who may see them', async () => {
  await issued()
  const path = '/ban/so-chung-thuc/2026/dien-tu/xem-so'
  expect((await post(path, { why: '' })).status).toBe(422)
  expect((await post(path, { why: 'In sổ cuối năm' })).status).toBe(200)
  const xlsx = await post(`${path}/so.xlsx`, { why: 'In sổ cuối năm' })
  expect(xlsx.headers.get('content-disposition')).toContain('.xlsx')
  expect((await post(path, { why: 'Tò mò' }, chairman)).status).toBe(403)
})

test('the desk’s first page says how many copies wait for it', async () => {
  await asked()
  expect((await get('/ban')).text).toMatch(/Bản sao chứng thực Chờ đối chiếu với bản chính: \d/)
})

test('the administrator words the statement, tries it as a PDF, and sets symbols and fees', async () => {
  const path = '/quan-tri/chung-thuc'
  expect((await get(path, admin)).text).toContain('Lời mẫu của chương trình')
  const bad = await post(`${path}/loi-chung`, { after: '0', body: 'Số {so}' }, admin)
  expect([bad.status, bad.html.includes('href="#o-body"')]).toEqual([422, true])
  const body = 'Chứng thực bản sao đúng với bản chính {ban_chinh}.\nSố {so}, quyển {quyen}.'
  const preview = await post(`${path}/xem-thu?loai=giay`, { body }, admin)
  expect(preview.html.startsWith('%PDF-')).toBe(true)
  const saved = await post(`${path}/loi-chung?loai=giay`, { after: '0', body }, admin)
  expect(saved.location).toBe(`${path}?loai=giay&xong=da-sua`)
  expect((await get(`${path}?loai=giay`, admin)).text).toContain('Bản 1')
  const again = await post(`${path}/loi-chung?loai=giay`, { after: '0', body }, admin)
  expect(again.status).toBe(422)
  const fees = { firstPages: '2', firstPageVnd: '3000', furtherPageVnd: '1000', mostVnd: '200000' }
  const dated = { ...fees, validFrom: '2027-01-01' }
  expect((await post(`${path}/muc-phi`, { ...dated, source: '' }, admin)).status).toBe(422)
  const tariff = await post(`${path}/muc-phi`, { ...dated, source: 'Nghị quyết 12' }, admin)
  expect(tariff.status).toBe(303)
  expect((await get(path, admin)).text).toContain('01/01/2027: 2 trang đầu 3.000 đ mỗi trang')
  const rule = { procedureCode: '9.000001', answer: 'needed', ruleSource: 'Trang của cơ quan' }
  expect((await post(`${path}/can-khong`, { ...rule, ruleSource: '' }, admin)).status).toBe(422)
  expect((await post(`${path}/can-khong`, rule, admin)).status).toBe(303)
  expect((await get(path, officer)).status).toBe(403)
})

test('what a crash left half done goes on when asked', async () => {
  const done = await post('/ban/chung-thuc/lam-tiep', {})
  expect([done.status, done.location]).toEqual([303, '/ban/chung-thuc?xong=tiep'])
})

test('a signing that was given up goes on when asked; one that cannot is shown with what to do', async () => {
  const [going, stuck] = [await asked({ compared: true }), await asked({ compared: true })]
  await sign([going, stuck], 'wrong')
  const jobs = await Promise.all([going, stuck].map(async (id) => (await copyOf(id)).signingJobId))
  for (const jobId of jobs)
    await cancelSigning(signing.chairman, { jobId: jobId!, reason: 'Hết hạn duyệt' })
  const { paperId } = await copyOf(stuck)
  await site.office.owner.query('update papers.paper set erased_at = $2 where id = $1', [
    paperId,
    site.now,
  ])
  const done = await post('/ban/chung-thuc/lam-tiep', {})
  expect(done.location).toBe('/ban/chung-thuc?xong=tiep')
  expect((await copyOf(going)).signingJobId).not.toBe(jobs[0])
  expect((await copyOf(stuck)).signingJobId).toBe(jobs[1])
  const page = await get('/ban/chung-thuc')
  expect(page.text).toContain('Không ký tiếp được · 1 bản')
  expect(page.text).toContain('Ảnh đã được xóa vì hết hạn giữ. Nhờ lãnh đạo hủy số này')
  await post(`/ban/chung-thuc/${stuck}/huy`, { 'huy.reason': 'Ảnh đã xóa' }, chairman)
  expect((await get('/ban/chung-thuc')).text).not.toContain('Không ký tiếp được')
})

test('who may not read requests finds no door to certified copies', async () => {
  const copyId = await asked()
  const { cookie } = await site.enter('announcer')
  for (const path of [
    `/ban/chung-thuc/${copyId}`,
    '/ban/chung-thuc',
    '/ban/so-chung-thuc',
    '/ban/thu-phi',
  ])
    expect((await get(path, cookie)).status, path).toBe(403)
  expect((await site.get('/ban/chung-thuc')).status).toBe(303)
})

test('every page reads in English too', async () => {
  const copyId = await asked()
  expect((await get('/en/ban/chung-thuc')).text).toContain('To be compared with the original')
  expect((await get(`/en/ban/chung-thuc/${copyId}`)).text).toContain('I hold the original')
  expect((await get('/en/lanh-dao/chung-thuc', chairman)).text).toContain('Copies waiting')
  expect((await get('/en/ban/so-chung-thuc')).text).toContain('Books of certification')
})
