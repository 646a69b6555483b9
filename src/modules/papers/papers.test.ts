import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import {
  changeStatus,
  fileWithAuthority,
  getRequest,
  receiveRequest,
  withdrawRequest,
} from '#src/modules/requests/index.ts'
import { need, useDesk } from '#test/desk.ts'
import { at, hiredAs, otherOffice } from '#test/office.ts'
import { goodPhoto, goodScan, noise, pdfOf } from '#test/papers/files.ts'
import { photograph } from '#test/papers/photographs.ts'
import { useShelf } from '#test/papers/shelf.ts'
import {
  addCapturedPage,
  addPage,
  changeKeepDays,
  eraseOldPapers,
  exportPaper,
  findCapture,
  forgetParts,
  getPaper,
  listPapers,
  listReusable,
  movePage,
  openCapture,
  readKeepDays,
  readPageFile,
  receivePart,
  removePage,
  reusePaper,
  straightenPage,
  verifyPaper,
  type ReaderCtx,
} from './index.ts'

const desk = useDesk()
const shelf = useShelf()
let officer: ReaderCtx

beforeAll(() => {
  officer = { ...desk.officer, ...shelf }
})

/** A request just received; the same person comes again when her words are given. */
async function received(subject = need().subject): Promise<string> {
  const { id } = await receiveRequest(desk.officer, { ...need(), subject })
  return id
}

/** Adds a page to "Sổ hộ khẩu cũ" of the request, or to what is said. */
async function added(
  requestId: string,
  differs: { bytes?: Buffer; name?: string; key?: string } = {},
) {
  return addPage(officer, {
    requestId,
    listedAs: null,
    name: differs.name ?? 'Sổ hộ khẩu cũ',
    clientKey: differs.key ?? randomUUID(),
    bytes: differs.bytes ?? (await goodScan()),
  })
}

const filesOnDisk = () =>
  readdirSync(shelf.folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())

async function actionsOf(subjectId: string): Promise<string[]> {
  return (await listEntries(officer, { subjectId })).map((it) => it.action)
}

test('several pages make one paper, with the original beside what was made of it', async () => {
  const requestId = await received()
  const photo = await goodPhoto()
  const first = await added(requestId, { bytes: photo })
  const second = await added(requestId, { bytes: await pdfOf(2) })
  expect(second.paperId).toBe(first.paperId)

  const [paper] = await listPapers(officer, { requestId })
  expect(paper).toMatchObject({ name: 'Sổ hộ khẩu cũ', verifiedAt: null })
  expect(paper!.pages.map((it) => [it.kind, it.sheets])).toEqual([
    ['picture', 1],
    ['pdf', 2],
  ])
  expect(paper!.pages[0]!.steps).toEqual(['straightened', 'light_evened'])
  const original = await readPageFile(officer, { pageId: first.pageId, which: 'original' })
  expect(Buffer.compare(original.bytes, photo)).toBe(0)
  const made = await readPageFile(officer, { pageId: first.pageId, which: 'made' })
  expect([made.mediaType, Buffer.compare(made.bytes, photo) === 0]).toEqual(['image/jpeg', false])
})

test('a paper of the list is put in its place and bears its name', async () => {
  const requestId = await received()
  const { items } = await getRequest(officer, { requestId })
  const item = items[0]!
  const page = {
    requestId,
    listedAs: item.paperId,
    clientKey: randomUUID(),
    bytes: await goodScan(),
  }
  const { paperId } = await addPage(officer, page)
  expect(await getPaper(officer, { paperId })).toMatchObject({
    listedAs: item.paperId,
    name: item.name.vi,
  })
})

test('the same file sent again after a broken line is one page; twenty at once too', async () => {
  const requestId = await received()
  const key = randomUUID()
  const bytes = await goodScan()
  const sent = await Promise.all(Array.from({ length: 20 }, () => added(requestId, { key, bytes })))
  expect(new Set(sent.map((it) => it.pageId)).size).toBe(1)
  const [paper] = await listPapers(officer, { requestId })
  expect(paper!.pages.length).toBe(1)
})

test('nothing on the disk is readable, and the same file lies there once', async () => {
  const requestId = await received()
  const bytes = await pdfOf(5)
  const before = filesOnDisk().length
  await added(requestId, { bytes, name: 'Giấy thứ nhất' })
  await added(requestId, { bytes, name: 'Giấy thứ hai' })
  const files = filesOnDisk()
  expect(files.length).toBe(before + 1)
  const hash = createHash('sha256').update(bytes).digest('hex')
  for (const file of files) {
    expect(file.name).not.toBe(hash)
    const sealed = readFileSync(join(file.parentPath, file.name))
    expect(sealed.includes('%PDF')).toBe(false)
  }
})

test('every look is written in the trail with who and which', async () => {
  const { paperId, pageId } = await added(await received())
  await readPageFile(officer, { pageId, which: 'original' })
  const [entry] = await listEntries(officer, { subjectId: paperId })
  expect(entry).toMatchObject({
    action: 'papers.page_viewed',
    actor: { kind: 'officer' },
    detail: { page: pageId, which: 'original', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test('an officer moves the corners; the original stays and the old picture goes', async () => {
  const requestId = await received()
  const { paperId, pageId } = await added(requestId, { bytes: (await photograph(9)).jpeg })
  const before = filesOnDisk().length
  const corners = [
    { x: 0.1, y: 0.1 },
    { x: 0.9, y: 0.1 },
    { x: 0.9, y: 0.8 },
    { x: 0.1, y: 0.8 },
  ] as const
  await straightenPage(officer, { pageId, corners: [...corners], evenLight: false })
  const paper = await getPaper(officer, { paperId })
  expect(paper.pages[0]).toMatchObject({ corners, steps: ['straightened'] })
  expect(filesOnDisk().length).toBe(before)
  const crossed = [corners[0], corners[2], corners[1], corners[3]] as const
  const wrong = straightenPage(officer, { pageId, corners: [...crossed], evenLight: true })
  await expect(wrong).rejects.toMatchObject({ code: 'papers.corners_impossible' })
  const pdf = await added(requestId, { bytes: await pdfOf(1) })
  const notPicture = straightenPage(officer, {
    ...{ pageId: pdf.pageId, corners: [...corners], evenLight: true },
  })
  await expect(notPicture).rejects.toMatchObject({ code: 'papers.not_a_picture' })
})

test('a page taken by mistake is taken out and its files are gone', async () => {
  const requestId = await received()
  const before = filesOnDisk().length
  const { pageId } = await added(requestId, { bytes: await pdfOf(7) })
  expect(filesOnDisk().length).toBe(before + 1)
  await removePage(officer, { pageId })
  expect(filesOnDisk().length).toBe(before)
  expect(await listPapers(officer, { requestId })).toEqual([])
  const again = removePage(officer, { pageId })
  await expect(again).rejects.toMatchObject({ code: 'papers.not_found' })
})

test('what was compared with the original is not changed afterwards', async () => {
  const requestId = await received()
  const { paperId, pageId } = await added(requestId)
  await verifyPaper(officer, { paperId })
  const refused = { code: 'papers.verified_already' }
  await expect(added(requestId)).rejects.toMatchObject(refused)
  await expect(removePage(officer, { pageId })).rejects.toMatchObject(refused)
  await expect(verifyPaper(officer, { paperId })).rejects.toMatchObject(refused)
  const corners = (await getPaper(officer, { paperId })).pages[0]!.corners!
  const moved = straightenPage(officer, { pageId, corners, evenLight: true })
  await expect(moved).rejects.toMatchObject(refused)
})

test('a compared paper is offered in the same person’s next request, and nobody else’s', async () => {
  const { subject } = need()
  const [first, second] = [await received(subject), await received(subject)]
  const stranger = await received()
  const { paperId } = await added(first, { name: 'Căn cước' })
  expect(await listReusable(officer, { requestId: second })).toEqual([])
  const early = reusePaper(officer, { requestId: second, paperId })
  await expect(early).rejects.toMatchObject({ code: 'papers.not_verified' })

  await verifyPaper(officer, { paperId })
  expect((await listReusable(officer, { requestId: second })).map((it) => it.name)).toEqual([
    'Căn cước',
  ])
  expect(await listReusable(officer, { requestId: stranger })).toEqual([])
  const foreign = reusePaper(officer, { requestId: stranger, paperId })
  await expect(foreign).rejects.toMatchObject({ code: 'papers.not_verified' })

  const files = filesOnDisk().length
  await reusePaper(officer, { requestId: second, paperId })
  expect(filesOnDisk().length).toBe(files)
  expect(await listPapers(officer, { requestId: second })).toMatchObject([
    { name: 'Căn cước', verifiedAt: expect.any(Date), pages: [{ cameBy: 'reused' }] },
  ])
  expect(await listReusable(officer, { requestId: second })).toEqual([])
  const twice = reusePaper(officer, { requestId: second, paperId })
  await expect(twice).rejects.toMatchObject({ code: 'papers.reused_already' })
})

test('thirty days after the authority received the dossier the files are gone, with proof', async () => {
  const requestId = await received()
  const bytes = await pdfOf(9)
  const { paperId, pageId } = await added(requestId, { bytes })
  await fileWithAuthority(desk.officer, {
    requestId,
    externalCode: 'H40.12-261120-7001',
    channel: 'online',
    portal: 'national',
    filingHelp: 'self_with_help',
    resultDelivery: 'desk',
    status: 1,
  })
  const system = { ...officer, actor: { kind: 'system', job: 'test' } as const }
  await eraseOldPapers({ ...system, now: new Date('2027-12-01T00:00:00Z') })
  expect((await getPaper(officer, { paperId })).erasedAt).toBeNull()

  const received2 = at(desk.officer, '2026-11-23T03:00:00Z')
  await changeStatus(received2, { requestId, to: 2 })
  await eraseOldPapers({ ...system, now: new Date('2026-12-22T18:40:00Z') })
  expect((await getPaper(officer, { paperId })).erasedAt).toBeNull()
  await eraseOldPapers({ ...system, now: new Date('2026-12-23T18:40:00Z') })
  const paper = await getPaper(officer, { paperId })
  expect(paper.erasedAt).toEqual(new Date('2026-12-23T18:40:00Z'))
  expect(paper.pages.length).toBe(1)
  const [proof] = await listEntries(officer, { subjectId: paperId })
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(proof).toMatchObject({ action: 'papers.erased', detail: { files: [hash], pages: 1 } })
  const look = readPageFile(officer, { pageId, which: 'original' })
  await expect(look).rejects.toMatchObject({ code: 'papers.erased' })
})

test('a paper brought because the authority asked for more is kept as long from the day it came', async () => {
  const requestId = await received()
  const { paperId: early } = await added(requestId, { bytes: await pdfOf(13) })
  await fileWithAuthority(desk.officer, {
    ...{ requestId, externalCode: 'H40.12-261120-7003', channel: 'online', portal: 'national' },
    ...{ filingHelp: 'self_with_help', resultDelivery: 'desk', status: 1 },
  })
  await changeStatus(at(desk.officer, '2026-11-23T03:00:00Z'), { requestId, to: 2 })
  const later = { ...officer, now: new Date('2026-12-21T03:00:00Z') }
  const { paperId: late } = await addPage(later, {
    ...{ requestId, listedAs: null, name: 'Giấy bổ sung', clientKey: randomUUID() },
    bytes: await pdfOf(14),
  })
  const system = { ...officer, actor: { kind: 'system', job: 'test' } as const }
  const erased = async (paperId: string) => (await getPaper(officer, { paperId })).erasedAt !== null
  await eraseOldPapers({ ...system, now: new Date('2026-12-25T18:40:00Z') })
  expect([await erased(early), await erased(late)]).toEqual([true, false])
  await eraseOldPapers({ ...system, now: new Date('2027-01-21T18:40:00Z') })
  expect(await erased(late)).toBe(true)
})

test('a file that another request still keeps is not erased with the first', async () => {
  const { subject } = need()
  const [first, second] = [await received(subject), await received(subject)]
  const bytes = await pdfOf(11)
  const { paperId } = await added(first, { name: 'Giấy khai sinh', bytes })
  await verifyPaper(officer, { paperId })
  const { paperId: reused } = await reusePaper(officer, { requestId: second, paperId })
  await withdrawRequest(desk.officer, { requestId: first, reason: 'Bà con đổi ý' })
  const system = { ...officer, actor: { kind: 'system', job: 'test' } as const }
  await eraseOldPapers({ ...system, now: new Date('2027-02-01T00:00:00Z') })
  expect((await getPaper(officer, { paperId })).erasedAt).not.toBeNull()
  const { pages } = await getPaper(officer, { paperId: reused })
  const kept = await readPageFile(officer, { pageId: pages[0]!.id, which: 'original' })
  expect(Buffer.compare(kept.bytes, bytes)).toBe(0)
})

test('a request that has ended takes no papers', async () => {
  const requestId = await received()
  await withdrawRequest(desk.officer, { requestId, reason: 'Bà con đổi ý' })
  const ended = { code: 'papers.request_ended' }
  await expect(added(requestId)).rejects.toMatchObject(ended)
  await expect(openCapture(officer, { requestId })).rejects.toMatchObject(ended)
})

test('a phone sends pictures to the one request that its code opens, for twenty minutes', async () => {
  const requestId = await received()
  const { token, endsAt } = await openCapture(officer, { requestId })
  expect(endsAt.getTime() - officer.now.getTime()).toBe(20 * 60_000)
  const phone: ReaderCtx = { ...desk.office, ...shelf }
  const capture = await findCapture(phone, token)
  expect(capture?.code).toMatch(/^VB-|^[A-Z]{2,4}-\d{4}-/)
  const page = { listedAs: null, name: 'Căn cước', bytes: await goodPhoto() }
  const { paperId } = await addCapturedPage(phone, { ...page, token, clientKey: randomUUID() })
  expect(await getPaper(officer, { paperId })).toMatchObject({
    requestId,
    pages: [{ cameBy: 'phone' }],
  })
  expect(await actionsOf(requestId)).toContain('papers.capture_opened')

  const late = { ...phone, now: new Date(officer.now.getTime() + 20 * 60_000) }
  const ended = addCapturedPage(late, { ...page, token, clientKey: randomUUID() })
  await expect(ended).rejects.toMatchObject({ code: 'papers.capture_ended' })
  const invented = addCapturedPage(phone, { ...page, token: 'x', clientKey: randomUUID() })
  await expect(invented).rejects.toMatchObject({ code: 'papers.capture_ended' })
})

test('a file in parts goes on after a broken line where it stopped', async () => {
  const requestId = await received()
  const bytes = await pdfOf(3, { padding: 300_000 })
  const clientKey = randomUUID()
  const part = (from: number, to: number) =>
    receivePart(officer, {
      ...{ requestId, clientKey, total: bytes.length, from, bytes: bytes.subarray(from, to) },
    })
  expect(await part(0, 100_000)).toEqual({ received: 100_000, whole: null })
  // Sent again because the answer was lost, and too far ahead.
  expect((await part(0, 100_000)).received).toBe(100_000)
  expect((await part(200_000, 250_000)).received).toBe(100_000)
  expect((await part(100_000, 250_000)).received).toBe(250_000)
  const { whole } = await part(250_000, bytes.length)
  expect(Buffer.compare(whole!, bytes)).toBe(0)
  const other = receivePart(officer, { requestId, clientKey, total: 5, from: 0, bytes: noise(5) })
  await expect(other).rejects.toMatchObject({ code: 'papers.upload_changed' })
  await forgetParts(officer, { clientKey })
  expect((await part(0, 10)).received).toBe(10)
})

test.each([
  ['papers.too_large', 26 * 2 ** 20],
  ['papers.empty', 0],
])('a file in parts that would be refused whole is refused at once: %s', async (code, total) => {
  const requestId = await received()
  const part = { requestId, clientKey: randomUUID(), total, from: 0, bytes: noise(10) }
  await expect(receivePart(officer, part)).rejects.toMatchObject({ code })
})

test('a PDF over the portal’s size is refused, a picture is made to fit later', async () => {
  const requestId = await received()
  const page = { requestId, listedAs: null, name: 'Sổ đỏ', clientKey: randomUUID() }
  const bytes = await pdfOf(2, { padding: 1_200_000 })
  const tooLarge = addPage(officer, { ...page, bytes, mostMegabytes: 1 })
  await expect(tooLarge).rejects.toMatchObject({
    code: 'papers.over_portal_size',
    params: { megabytes: 1 },
  })
})

test('all pages of a paper go out as one file within the portal’s size', async () => {
  const requestId = await received()
  const { paperId } = await added(requestId, { bytes: await goodPhoto() })
  await added(requestId, { bytes: await pdfOf(2) })
  const rule = { mostBytes: 6 * 2 ** 20, jpeg: true, pdf: true }
  const bound = await exportPaper(officer, { paperId, rule })
  expect(bound.mediaType).toBe('application/pdf')
  expect(bound.bytes.length).toBeLessThan(rule.mostBytes)
  expect(await shelf.reader.read(bound.bytes)).toMatchObject({ sheets: 3 })
  expect(await actionsOf(paperId)).toContain('papers.exported')
})

test.each([
  ['no name', '', 'papers.name_missing'],
  ['a name of 201 letters', 'a'.repeat(201), 'papers.name_too_long'],
])('a paper with %s is refused', async (_, name, code) => {
  const requestId = await received()
  const page = { requestId, listedAs: null, name, clientKey: randomUUID(), bytes: await goodScan() }
  await expect(addPage(officer, page)).rejects.toMatchObject({ code, field: 'name' })
  const unlisted = addPage(officer, { ...page, listedAs: 'khong-co', clientKey: randomUUID() })
  await expect(unlisted).rejects.toMatchObject({ code: 'papers.not_listed' })
})

test('the office says how long pictures are kept', async () => {
  expect(await readKeepDays(officer)).toBe(30)
  const admin = await hiredAs(desk.office, 'office_admin')
  await changeKeepDays(admin, { days: 14 })
  expect(await readKeepDays(officer)).toBe(14)
  await changeKeepDays(admin, { days: 30 })
  const wrong = changeKeepDays(admin, { days: 0 })
  await expect(wrong).rejects.toMatchObject({ code: 'papers.keep_days_impossible' })
  const other = changeKeepDays(officer, { days: 5 })
  await expect(other).rejects.toMatchObject({ code: 'identity.not_allowed' })
})

test('who may not work on requests sees and adds nothing; another office finds nothing', async () => {
  const requestId = await received()
  const { paperId, pageId } = await added(requestId)
  const announcer: ReaderCtx = { ...(await hiredAs(desk.office, 'announcer')), ...shelf }
  const notAllowed = { code: 'identity.not_allowed' }
  await expect(listPapers(announcer, { requestId })).rejects.toMatchObject(notAllowed)
  await expect(removePage(announcer, { pageId })).rejects.toMatchObject(notAllowed)
  const look = readPageFile(announcer, { pageId, which: 'made' })
  await expect(look).rejects.toMatchObject(notAllowed)

  const neighbour = await otherOffice(desk.office)
  const theirs: ReaderCtx = { ...(await hiredAs(neighbour, 'officer')), ...shelf }
  const notFound = { code: 'papers.not_found' }
  await expect(getPaper(theirs, { paperId })).rejects.toMatchObject(notFound)
  await expect(readPageFile(theirs, { pageId, which: 'made' })).rejects.toMatchObject(notFound)
  await expect(removePage(theirs, { pageId })).rejects.toMatchObject(notFound)
})

test('a file that somebody changed on the disk is not shown', async () => {
  const { pageId } = await added(await received(), { bytes: await pdfOf(13) })
  const get = shelf.storage.get
  const turned = {
    ...shelf.storage,
    get: async (address: string) => {
      const bytes = await get(address)
      bytes![40]! ^= 1
      return bytes
    },
  }
  const look = readPageFile({ ...officer, storage: turned }, { pageId, which: 'original' })
  await expect(look).rejects.toThrow('was changed')
})

test('pages taken in the wrong order are put right, one place at a time', async () => {
  const requestId = await received()
  const { paperId } = await added(requestId)
  await added(requestId, { bytes: await pdfOf(2) })
  await added(requestId, { bytes: await goodPhoto() })
  const order = async () => (await getPaper(officer, { paperId })).pages.map((it) => it.id)
  const [one, two, three] = (await order()) as [string, string, string]
  await movePage(officer, { pageId: three, way: 'up' })
  expect(await order()).toEqual([one, three, two])
  await movePage(officer, { pageId: one, way: 'down' })
  expect(await order()).toEqual([three, one, two])
  await movePage(officer, { pageId: three, way: 'up' })
  await movePage(officer, { pageId: two, way: 'down' })
  expect(await order()).toEqual([three, one, two])
  expect(await actionsOf(paperId)).toContain('papers.page_moved')
  await added(requestId, { bytes: await pdfOf(1) })
  expect((await order()).slice(0, 3)).toEqual([three, one, two])
})

test('twenty who order the pages of one paper at once leave each page in a place of its own', async () => {
  const requestId = await received()
  const { paperId } = await added(requestId)
  for (const count of [1, 2, 3]) await added(requestId, { bytes: await pdfOf(count) })
  const { pages } = await getPaper(officer, { paperId })
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      movePage(officer, { pageId: pages[i % 4]!.id, way: i % 3 ? 'up' : 'down' }),
    ),
  )
  const after = await getPaper(officer, { paperId })
  expect(after.pages.map((it) => it.position)).toEqual([1, 2, 3, 4])
})

test('what was compared with the original keeps the order of its pages', async () => {
  const requestId = await received()
  const { paperId } = await added(requestId)
  const { pageId } = await added(requestId, { bytes: await pdfOf(1) })
  await verifyPaper(officer, { paperId })
  const moving = movePage(officer, { pageId, way: 'up' })
  await expect(moving).rejects.toThrow('papers.verified_already')
  const nowhere = movePage(officer, { pageId: randomUUID(), way: 'up' })
  await expect(nowhere).rejects.toThrow('papers.not_found')
})
