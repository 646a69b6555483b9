import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { listPapers, readPageFile } from '#src/modules/papers/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { need } from '#test/desk.ts'
import { writeNation } from '#test/nation.ts'
import { asOfficer, hiredAs } from '#test/office.ts'
import { useOfficers } from '#test/officers-site.ts'
import { goodPhoto, goodScan, heicPhoto, pdfOf } from '#test/papers/files.ts'
import { photograph } from '#test/papers/photographs.ts'
import { useShelf } from '#test/papers/shelf.ts'

const shelf = useShelf()
const site = useOfficers(shelf)
let cookie = ''

beforeAll(async () => {
  await writeNation(site.office.owner)
  cookie = (await site.enter('officer')).cookie
})

const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string> = {}) => site.post(path, form, { cookie })

/** The address of the papers of a request that was just received. */
async function received(subject = need().subject): Promise<string> {
  const officer = await hiredAs(site.office, 'officer')
  const { id } = await receiveRequest(officer, { ...need(), subject })
  return `/ban/yeu-cau/${id}/anh`
}

const idOf = (address: string) => address.split('/')[3]!
const papersOf = (address: string) =>
  listPapers(asOfficer(site.owner(), ['requests.read']), { requestId: idOf(address) })

type Upload = { name: string; bytes: Buffer }

function formOf(files: Upload[], fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  const said = { clientKey: randomUUID(), which: 'khac', name: 'Căn cước', ...fields }
  for (const [name, value] of Object.entries(said)) form.append(name, value)
  for (const { name, bytes } of files)
    form.append('files[]', new File([new Uint8Array(bytes)], name))
  return form
}

const send = (address: string, files: Upload[], fields: Record<string, string> = {}) =>
  site.send(address, { method: 'POST', body: formOf(files, fields), headers: { cookie } })

test('an officer adds two files, sees the paper, and each page of it', async () => {
  const address = await received()
  const sent = await send(address, [
    { name: 'truoc.jpg', bytes: await goodPhoto() },
    { name: 'sau.pdf', bytes: await pdfOf(2) },
  ])
  expect([sent.status, sent.location]).toEqual([303, `${address}?xong=them`])
  const list = await get(sent.location!)
  expect(list.text).toContain('Đã nhận các trang.')
  expect(list.text).toMatch(/Căn cước Chưa đối chiếu 3 trang/)

  const [paper] = await papersOf(address)
  const page = await get(`${address}/${paper!.id}`)
  expect(page.text).toContain('Đã làm: cắt và nắn thẳng theo bốn góc, làm sáng đều.')
  expect(page.text).toContain('PDF 2 trang')
  const src = /<img src="([^"]+)"/.exec(page.html)![1]!
  const picture = await get(src)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(picture.headers.get('cache-control')).toBe('no-store')
})

test('pages are put in order by buttons, without script', async () => {
  const address = await received()
  await send(address, [
    { name: 'a.pdf', bytes: await pdfOf(1) },
    { name: 'b.pdf', bytes: await pdfOf(2) },
  ])
  const [paper] = await papersOf(address)
  const [first, second] = paper!.pages
  const html = (await get(`${address}/${paper!.id}`)).html
  expect(html).not.toContain(`${first!.id}/len`)
  expect(html).not.toContain(`${second!.id}/xuong`)
  const moved = await site.post(`${address}/${paper!.id}/trang/${second!.id}/len`, {}, { cookie })
  expect(moved.status).toBe(303)
  expect((await papersOf(address))[0]!.pages.map((it) => it.id)).toEqual([second!.id, first!.id])
})

test('the request leads to its papers', async () => {
  const address = await received()
  const request = await get(address.replace(/\/anh$/, ''))
  expect(request.html).toContain(`href="${address}"`)
  expect((await get(`/en${address}`)).text).toContain('Pictures and scans of papers')
})

test('of several files the bad one is told by its name, and the others are in', async () => {
  const address = await received()
  const sent = await send(address, [
    { name: 'tot.png', bytes: await goodScan() },
    { name: 'thu.jpg', bytes: Buffer.from('Kính gửi') },
  ])
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('thu.jpg: Tệp này không phải ảnh JPEG, PNG, HEIC hay PDF')
  expect(sent.text).toContain('Các tệp khác đã vào; chỉ gửi lại tệp này.')
  expect((await papersOf(address))[0]!.pages.length).toBe(1)
})

test('a page that lies on its side is turned by a button, four times until it is as it was', async () => {
  const address = await received()
  await send(address, [{ name: 'ngang.jpg', bytes: await goodPhoto() }])
  const [paper] = await papersOf(address)
  const [page] = paper!.pages
  const officer = { ...(await hiredAs(site.office, 'officer')), ...shelf }
  const sizeNow = async () => {
    const { bytes } = await readPageFile(officer, { pageId: page!.id, which: 'made' })
    const { width, height } = await sharp(bytes).metadata()
    return [width, height]
  }
  const corners = async () => (await papersOf(address))[0]!.pages[0]!.corners!
  const [before, upright] = [await corners(), await sizeNow()]
  expect((await get(`${address}/${paper!.id}`)).text).toContain('↻ Xoay')
  const done = await post(`${address}/${paper!.id}/trang/${page!.id}/xoay`)
  expect([done.status, done.location?.includes('xong=xoay')]).toEqual([303, true])
  const [tl, tr, br, bl] = before
  expect(await corners()).toEqual([bl, tl, tr, br])
  expect(await sizeNow()).toEqual(upright.toReversed())
  for (let i = 0; i < 3; i++) await post(`${address}/${paper!.id}/trang/${page!.id}/xoay`)
  expect(await corners()).toEqual(before)
})

test('the page says whose papers these are; a compared one is not called bad any more', async () => {
  const address = await received()
  const dark = (await photograph(1, { room: 0.1 })).jpeg
  await send(address, [{ name: 'toi.jpg', bytes: dark }])
  const [paper] = await papersOf(address)
  expect((await get(address)).text).toMatch(/TC-\d{4}-\d{4} · .+ · Nguyễn Thị A/)
  expect((await get(address)).text).toContain('1 trang cần xem lại')
  await post(`${address}/${paper!.id}/doi-chieu`)
  expect((await get(address)).text).not.toContain('cần xem lại')
  expect((await get(`${address}/${paper!.id}`)).text).not.toContain('Ảnh tối quá')
})

test.each([
  ['no file', [], {}, 'Chọn ít nhất một ảnh hoặc PDF.'],
  [
    'no name',
    [{ name: 'a.pdf', bytes: 'pdf' }],
    { name: '' },
    'Chọn giấy tờ trong danh mục, hoặc gõ tên giấy tờ khác.',
  ],
] as const)('a form with %s comes back and says so', async (_, files, fields, words) => {
  const address = await received()
  const uploads = await Promise.all(
    files.map(async ({ name }) => ({ name, bytes: await pdfOf(1) })),
  )
  const sent = await send(address, uploads, fields)
  expect(sent.status).toBe(422)
  expect(sent.text).toContain(words)
})

test('a blurred photograph is taken, and the officer is told to look', async () => {
  const address = await received()
  const { jpeg } = await photograph(2, { blur: 5 })
  await send(address, [{ name: 'mo.jpg', bytes: jpeg }])
  expect((await get(address)).text).toContain('1 trang cần xem lại')
  const [paper] = await papersOf(address)
  expect((await get(`${address}/${paper!.id}`)).text).toContain('Ảnh mờ, khó đọc.')
})

test('the corners are moved by numbers, without script', async () => {
  const address = await received()
  await send(address, [{ name: 'a.heic', bytes: heicPhoto() }])
  const [paper] = await papersOf(address)
  const page = `${address}/${paper!.id}/trang/${paper!.pages[0]!.id}`
  const form = await get(page)
  expect(form.text).toContain('Góc trên trái, ngang (%)')
  // HEIC is shown as JPEG, so that the corners can be seen in any browser.
  expect((await get(`${page}/anh-goc`)).headers.get('content-type')).toBe('image/jpeg')
  expect((await get(`${page}/goc`)).headers.get('content-type')).toBe('image/heic')
  const corners = { tlx: '10', tly: '10,5', trx: '90', try: '10' }
  const rest = { brx: '90', bry: '80', blx: '10', bly: '80', 'light[]': 'yes', how: 'goc' }
  const moved = await post(page, { ...corners, ...rest })
  expect([moved.status, moved.location]).toEqual([303, `${address}/${paper!.id}?xong=goc`])
  expect((await papersOf(address))[0]!.pages[0]!.corners![0]).toEqual({ x: 0.1, y: 0.105 })

  const wrong = await post(page, { ...corners, ...rest, tlx: '110' })
  expect(wrong.text).toContain('Gõ một số từ 0 đến 100.')
  const crossed = await post(page, { ...corners, ...rest, trx: '5', try: '90' })
  expect(crossed.text).toContain('Bốn góc này không thành một tờ giấy.')
  expect((await post(page, { ...corners, ...rest, how: 'ca-anh' })).status).toBe(303)
  expect((await papersOf(address))[0]!.pages[0]!.corners![2]).toEqual({ x: 1, y: 1 })
})

test('a page is taken out; what was compared is offered at the next request and taken over', async () => {
  const { subject } = need()
  const [first, second] = [await received(subject), await received(subject)]
  await send(first, [
    { name: 'a.png', bytes: await goodScan() },
    { name: 'b.pdf', bytes: await pdfOf(3) },
  ])
  const [paper] = await papersOf(first)
  const [, wrong] = paper!.pages
  const removed = await post(`${first}/${paper!.id}/trang/${wrong!.id}/bo`)
  expect(removed.location).toBe(`${first}?xong=bo`)
  const verified = await post(`${first}/${paper!.id}/doi-chieu`)
  expect(verified.status).toBe(303)
  expect((await get(verified.location!)).text).toMatch(/Cán bộ Thử đã đối chiếu lúc/)
  expect((await post(`${first}/${paper!.id}/doi-chieu`)).text).toContain(
    'Giấy này đã đối chiếu rồi.',
  )

  const offered = await get(second)
  expect(offered.text).toContain('Giấy đã đối chiếu ở lần trước')
  const taken = await post(`${second}/${paper!.id}/dung-lai`)
  expect(taken.location).toBe(`${second}?xong=dung-lai`)
  expect((await get(second)).text).toContain('Lấy từ yêu cầu trước')
})

test('the paper is downloaded as one file for the portal', async () => {
  const address = await received()
  await send(address, [
    { name: 'a.jpg', bytes: await goodPhoto() },
    { name: 'b.jpg', bytes: await goodScan() },
  ])
  const [paper] = await papersOf(address)
  const file = await get(`${address}/${paper!.id}/tai-ve`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(decodeURIComponent(file.headers.get('content-disposition')!)).toMatch(/Căn cước\.pdf$/)
})

test('the island sends parts, asks what has arrived, and goes on from there', async () => {
  const address = await received()
  const bytes = await pdfOf(2, { padding: 200_000 })
  const key = 'tep-abc-123'
  const put = (from: number, to: number) =>
    site.send(
      `${address}/gui/${key}?${new URLSearchParams({ from: `${from}`, total: `${bytes.length}`, which: 'khac', name: 'Sổ đỏ' })}`,
      { method: 'PUT', body: new Uint8Array(bytes.subarray(from, to)), headers: { cookie } },
    )
  expect(JSON.parse((await put(0, 0)).html)).toEqual({ received: 0 })
  expect(JSON.parse((await put(0, 90_000)).html)).toEqual({ received: 90_000 })
  expect(JSON.parse((await put(0, 0)).html)).toEqual({ received: 90_000 })
  const last = await put(90_000, bytes.length)
  expect(JSON.parse(last.html)).toMatchObject({ taken: true, troubles: [] })
  expect((await papersOf(address))[0]).toMatchObject({ name: 'Sổ đỏ' })

  const refused = await site.send(`${address}/gui/${key}x?from=0&total=5&which=khac&name=A`, {
    method: 'PUT',
    body: 'xin l',
    headers: { cookie },
  })
  expect(refused.status).toBe(409)
  expect(JSON.parse(refused.html).refused).toContain('Tệp này không phải ảnh')
})

test('a phone opens the camera page by the code, sends a picture, and sees nobody’s name', async () => {
  const address = await received()
  const page = await post(`${address}/dien-thoai`)
  expect(page.text).toContain('Dùng điện thoại của cán bộ quét mã này.')
  expect(page.text).toContain('Chưa có ảnh nào đến.')
  expect(page.html).toContain('<svg class="qr"')

  const { openCapture } = await import('#src/modules/papers/index.ts')
  const officer = await hiredAs(site.office, 'officer')
  const { token } = await openCapture(officer, { requestId: idOf(address) })
  const phone = `/vu-ban/chup/${token}`
  const camera = await site.get(phone)
  expect(camera.text).toContain('Chụp giấy tờ')
  expect(camera.html).toContain('capture="environment"')
  expect(camera.text).not.toContain('Nguyễn Thị A')
  const files = [{ name: 'chup.jpg', bytes: await goodPhoto() }]
  const sent = await site.send(phone, { method: 'POST', body: formOf(files) })
  expect([sent.status, sent.text.includes('Đã gửi. Chụp tiếp trang sau')]).toEqual([200, true])
  expect((await papersOf(address))[0]!.pages[0]!.cameBy).toBe('phone')

  const ended = await site.get('/vu-ban/chup/khong-co')
  expect([ended.status, ended.text.includes('Mã này đã hết hạn')]).toEqual([404, true])
})

test('a citizen tries a photograph: told what is wrong, and nothing is kept', async () => {
  const attempt = async (bytes: Buffer, name = 'anh.jpg') => {
    const form = new FormData()
    form.append('photo', new File([new Uint8Array(bytes)], name))
    return site.send('/vu-ban/xem-anh', { method: 'POST', body: form })
  }
  expect((await site.get('/vu-ban/xem-anh')).text).toContain('Thử ảnh trước khi đi')
  expect((await attempt(await goodPhoto())).text).toContain('Ảnh dùng được')
  const dark = await attempt((await photograph(3, { room: 0.2 })).jpeg)
  expect(dark.text).toMatch(/Nên chụp lại.*Ảnh tối quá/)
  expect((await attempt(await pdfOf(4))).text).toContain('PDF đọc được, 4 trang.')
  const empty = await attempt(Buffer.alloc(0))
  expect([empty.status, empty.text.includes('Tệp này rỗng')]).toEqual([422, true])
  const none = await site.send('/vu-ban/xem-anh', { method: 'POST', body: new FormData() })
  expect(none.text).toContain('Chọn một ảnh hoặc tệp PDF.')
  const { rows } = await site.office.owner.query(
    `select count(*)::int as n from papers.file where media_type = 'image/png' and bytes = 0`,
  )
  expect(rows[0].n).toBe(0)
})

test('who is not signed in, or may not read requests, gets no picture', async () => {
  const address = await received()
  await send(address, [{ name: 'a.png', bytes: await goodScan() }])
  const [paper] = await papersOf(address)
  const picture = `${address}/${paper!.id}/trang/${paper!.pages[0]!.id}/xem`
  expect((await site.get(picture)).status).toBe(303)
  const { cookie: announcer } = await site.enter('announcer')
  expect((await site.get(picture, announcer)).status).toBe(403)
  expect((await site.get(address, announcer)).status).toBe(403)
  const tried = site.send(address, {
    method: 'POST',
    body: formOf([{ name: 'a.pdf', bytes: await pdfOf(1) }]),
    headers: { cookie: announcer },
  })
  expect((await tried).status).toBe(403)
})

test('the office sets for how long pictures are kept', async () => {
  const { cookie: admin } = await site.enter('office_admin')
  const path = '/quan-tri/anh-giay-to'
  expect((await site.get(path, admin)).html).toContain('value="30"')
  expect((await site.post(path, { days: '14' }, { cookie: admin })).status).toBe(303)
  expect((await site.get(path, admin)).html).toContain('value="14"')
  const wrong = await site.post(path, { days: '0' }, { cookie: admin })
  expect(wrong.text).toContain('Số ngày giữ phải từ 1 đến 3.650.')
})
