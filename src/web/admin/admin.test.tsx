import { beforeAll, describe, expect, test } from 'vitest'
import { readCalendar } from '#src/modules/calendar/index.ts'
import { roles, type Officer } from '#src/modules/identity/index.ts'
import {
  getOffice,
  listAgencyDistances,
  listHamlets,
  listNeighbours,
  listVenues,
  setCounter,
  setNeighbours,
} from '#src/modules/offices/index.ts'
import { loadPlaces } from '#src/modules/places/index.ts'
import { useOfficers } from '#test/officers-site.ts'
import { whatIsMissing } from './what-is-missing.ts'

const site = useOfficers()
let admin: Officer
let cookie: string
const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string | string[]>) =>
  site.post(path, form, { cookie })

beforeAll(async () => {
  await loadPlaces(site.office.owner.options.connectionString!)
  const entered = await site.enter('office_admin')
  admin = entered
  cookie = entered.cookie
})

const doors = {
  '/quan-tri': ['office_admin'],
  '/quan-tri/don-vi': ['office_admin'],
  '/quan-tri/dia-diem': ['office_admin'],
  '/quan-tri/thon': ['office_admin'],
  '/quan-tri/lan-can': ['office_admin'],
  '/quan-tri/khoang-cach': ['office_admin'],
  '/quan-tri/can-bo': ['office_admin'],
  '/quan-tri/lich': ['office_admin'],
  '/quan-tri/gio': ['office_admin'],
  '/quan-tri/nhat-ky': ['office_admin', 'chairman'],
}

describe('what is missing', () => {
  test('an office that was just made is led to each thing it cannot do without', async () => {
    const { owner } = site.office
    await owner.query('delete from offices.counter')
    const before = await get('/quan-tri')
    expect(before.text).toContain('Còn thiếu để mở được bàn')
    for (const said of ['Thêm lãnh đạo', 'Ghi các quầy', 'Đặt chương trình'])
      expect(before.text).toContain(said)
    expect(before.html).toContain('href="/quan-tri/xep-hang/quay"')

    await setCounter(site.owner(), { number: 1, name: '', inUse: true })
    await site.enter('chairman')
    const after = await get('/quan-tri')
    expect(after.text).not.toContain('Ghi các quầy')
    expect(after.text).not.toContain('Thêm lãnh đạo')
  })
})

test('an address that only this machine knows is missing too, but not where people try things out', async () => {
  const missing = async (publicUrl: string, isDemo: boolean) =>
    (await whatIsMissing(site.owner(), { publicUrl, isDemo })).some((it) => it.what === 'address')
  expect(await missing('http://localhost:3000', false)).toBe(true)
  expect(await missing('http://localhost:3000', true)).toBe(false)
  expect(await missing('https://taicho.vuban.gov.vn', false)).toBe(false)
})

describe('the doors', () => {
  test.each(roles)('open for the role %s as the list says, and answer 403 else', async (role) => {
    const officer = await site.enter(role)
    for (const [path, open] of Object.entries(doors)) {
      const page = await site.get(path, officer.cookie)
      expect([path, page.status]).toEqual([path, open.includes(role) ? 200 : 403])
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('ask whoever is not signed in to sign in, and bring them back', async () => {
    for (const path of Object.keys(doors)) {
      const page = await site.get(path)
      expect(page.location).toBe(`/dang-nhap?tiep=${encodeURIComponent(path)}`)
    }
  })

  test('take no form from another site', async () => {
    const before = await getOffice(site.owner())
    const page = await site.post(
      '/quan-tri/thon',
      { name: 'Thôn Lạ' },
      { cookie, origin: 'https://x.vn' },
    )
    expect(page.status).toBe(403)
    expect(await listHamlets(site.owner())).toEqual([])
    expect(await getOffice(site.owner())).toEqual(before)
  })

  test('take no form from another role either', async () => {
    const officer = await site.enter('officer')
    const page = await site.post(
      '/quan-tri/can-bo',
      { login: 'ban.be', fullName: 'Bạn', role: 'office_admin' },
      { cookie: officer.cookie },
    )
    expect(page.status).toBe(403)
    expect(page.text).toContain('Việc này dành cho cán bộ được giao.')
  })
})

describe('the policy of the pages', () => {
  test('allows no script and no style that is written into a page, but the one style we know', async () => {
    for (const path of ['/quan-tri/gio', '/tai-khoan', '/dang-nhap', '/']) {
      const { headers, html } = await get(path)
      const policy = headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(html).not.toMatch(/<script(?! type="module" src="\/assets\/)|\son\w+="|\sstyle="/)
    }
  })
})

describe('the office', () => {
  const settings = {
    name: 'Một cửa xã Vụ Bản',
    nameEn: 'Vụ Bản one-stop desk',
    phone: '0228 3820 123',
    address: 'Gôi',
    opening: '',
    openingEn: '',
    requestCodePrefix: 'VB',
    roadSpeedKmh: '27,5',
    minutesPerVisit: '45',
  }

  test('is changed, with a comma before the tenths, and the page says so', async () => {
    const done = await post('/quan-tri/don-vi', settings)
    const page = await get(done.location!)
    expect(page.text).toContain('Đã lưu cài đặt đơn vị.')
    expect(page.text).toContain('60 km, với 27,5 km/giờ là 131 phút đi đường, thêm 45 phút')
    expect(await getOffice(site.owner())).toMatchObject({
      roadSpeedKmh: 27.5,
      phone: '02283820123',
      requestCodePrefix: 'VB',
      opening: null,
    })
  })

  test('opening hours that nobody has translated are shown as Vietnamese on English pages', async () => {
    await post('/quan-tri/don-vi', { ...settings, opening: 'Thứ Hai đến Thứ Sáu' })
    const page = await get('/en/vu-ban/quyen-rieng-tu')
    expect(page.html).toContain('<span lang="vi">Thứ Hai đến Thứ Sáu</span>')
  })

  test.each([
    ['name', '', 'Nhập tên đơn vị.'],
    ['phone', '12', 'Nhập số điện thoại từ 8 đến 15 chữ số'],
    ['requestCodePrefix', 'vb', 'Chữ đầu của mã gồm 2 đến 4 chữ in hoa'],
    ['roadSpeedKmh', 'nhanh', 'Nhập tốc độ đi đường từ 5 đến 120'],
    ['roadSpeedKmh', '300', 'Nhập tốc độ đi đường từ 5 đến 120'],
    ['minutesPerVisit', '1000', 'Nhập thời gian một lần làm việc'],
    ['openingEn', 'Monday to Friday', 'Ghi giờ mở cửa bằng tiếng Việt trước'],
  ])('says beside %s that “%s” cannot be, and keeps what was typed', async (field, typed, says) => {
    const page = await post('/quan-tri/don-vi', { ...settings, address: 'Số 1', [field]: typed })
    const beside = field === 'openingEn' ? 'opening' : field
    expect(page.status).toBe(422)
    expect(page.html).toContain(`id="o-${beside}-error">${says}`)
    expect(page.html).toContain('value="Số 1"')
  })

  test('adds a venue, refuses its name twice, and no longer uses it', async () => {
    const venue = { name: 'Nhà văn hóa thôn Đông', kind: 'hamlet_house' }
    const done = await post('/quan-tri/dia-diem', venue)
    const page = await get(done.location!)
    expect(page.text).toContain('Nhà văn hóa thôn Đông')
    const again = await post('/quan-tri/dia-diem', venue)
    expect(again.html).toMatch(/id="o-name-error">Đã có địa điểm mang tên này/)

    const [one] = await listVenues(site.owner())
    await post(`/quan-tri/dia-diem/${one!.id}`, { ...venue, note: 'Cổng sau' })
    expect(await listVenues(site.owner())).toMatchObject([{ inUse: false, note: 'Cổng sau' }])
    expect((await get('/quan-tri/dia-diem')).text).toContain('Không dùng nữa')
    expect((await get('/quan-tri/dia-diem/khong-co')).status).toBe(404)
  })

  test('adds, counts and removes hamlets', async () => {
    await post('/quan-tri/thon', { name: 'Thôn Đông', households: '214' })
    const wrong = await post('/quan-tri/thon', { name: 'Thôn Tây', households: 'nhiều' })
    expect(wrong.html).toMatch(/id="o-households-error">Nhập số hộ/)
    const [one] = await listHamlets(site.owner())
    expect(one).toMatchObject({ name: 'Thôn Đông', households: 214 })

    const done = await post(`/quan-tri/thon/${one!.id}/bo`, {})
    expect((await get(done.location!)).text).toContain('Chưa ghi thôn nào.')
  })

  test('finds a neighbour by its old name without marks, adds and removes it', async () => {
    const found = await get('/quan-tri/lan-can?q=hop+hung')
    expect(found.text).toContain('Xã Hiển Khánh')
    expect(found.text).toContain('Trước là Xã Hợp Hưng')
    const xa = /value="(13753@[^"]+)"/.exec(found.html)![1]!
    await post('/quan-tri/lan-can', { viec: 'them', xa })
    await post('/quan-tri/lan-can', { viec: 'them', xa })
    expect(await listNeighbours(site.owner())).toHaveLength(1)

    const unknown = await post('/quan-tri/lan-can', { viec: 'them', xa: '99999@2025-07-01' })
    expect(unknown.text).toContain('Không có xã này trong danh mục.')
    await post('/quan-tri/lan-can', { viec: 'bo', xa })
    expect(await listNeighbours(site.owner())).toEqual([])
  })

  test('sets a distance from a day on and ends it with the seat', async () => {
    const address = '/quan-tri/khoang-cach'
    await post(address, { at: 'district', km: '1,2', from: '2024-01-01', note: 'Thị trấn Gôi' })
    await post(address, { at: 'district', km: '', from: '2025-07-01' })
    expect(await listAgencyDistances(site.owner())).toMatchObject([{ at: 'district', km: 1.2 }])
    expect((await get(address)).text).toMatch(/Trung tâm huyện 1,2 01\/01\/2024 30\/06\/2025/)

    const wrong = await post(address, { at: '', km: '4000', from: '2025-13-01' })
    expect(wrong.text).toContain('Chọn nơi đến.')
    expect(wrong.text).toContain('Chọn ngày bắt đầu.')
    const far = await post(address, { at: 'capital', km: '4000', from: '2025-07-01' })
    expect(far.html).toMatch(/id="o-km-error">Nhập khoảng cách từ 0 đến 3.000 km/)
  })
})

describe('the calendar', () => {
  test('shows the announced days of a year and marks those of a later one as estimated', async () => {
    const now = await get('/quan-tri/lich')
    expect(now.text).toContain('Lịch nghỉ năm 2026')
    expect(now.text).not.toContain('ước tính')
    const later = await get('/quan-tri/lich?nam=2027')
    expect(later.text).toContain('chưa được thông báo')
    expect((await get('/quan-tri/lich?nam=1999')).text).toContain('Lịch ở đây chỉ có từ năm')
  })

  test("takes the office's own day, says why, and takes it back", async () => {
    const day = { date: '2026-09-14', kind: 'off', name: 'Nghỉ tránh bão', reason: 'Công điện 12' }
    const done = await post('/quan-tri/lich', day)
    const page = await get(done.location!)
    expect(page.text).toMatch(/Thứ Hai 14\/09\/2026 Đơn vị nghỉ Nghỉ tránh bão Công điện 12/)

    await post('/quan-tri/lich/bo', { date: day.date })
    expect((await readCalendar(site.owner())).officeDays.size).toBe(0)
    expect((await post('/quan-tri/lich/bo', { date: day.date })).status).toBe(409)
  })

  test('says beside each field what a day of our own lacks', async () => {
    const page = await post('/quan-tri/lich?nam=2026', { date: '2026-09-14', kind: 'off' })
    expect(page.html).toMatch(/id="o-name-error">Ghi tên ngày này/)
    const empty = await post('/quan-tri/lich', {})
    expect(empty.text).toContain('Chọn ngày.')
    expect(empty.text).toContain('Chọn ngày này nghỉ hay làm.')
  })

  const week = Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((it) => [
      [`w${it}-mo`, '07:00'],
      [`w${it}-mc`, '11:00'],
      [`w${it}-ao`, '13:30'],
      [`w${it}-ac`, '17:00'],
    ]),
  )

  test('takes hours for the week from a day on and says days alike together', async () => {
    const done = await post('/quan-tri/gio', { validFrom: '2026-12-01', ...week })
    const page = await get(done.location!)
    expect(page.text).toMatch(/Từ ngày 01\/12\/2026/)
    expect(page.text).toContain('Thứ Hai – Thứ Sáu: 7 giờ – 11 giờ, 13 giờ 30 – 17 giờ')
    expect(page.text).toContain('Thứ Bảy – Chủ Nhật: nghỉ')
  })

  test.each([
    [{ 'w1-mc': '' }, 'Nhập cả giờ mở cửa và giờ đóng cửa'],
    [{ 'w1-mo': '12:00' }, 'Giờ đóng cửa phải sau giờ mở cửa.'],
    [{ 'w1-ao': '10:30' }, 'Buổi chiều phải bắt đầu sau khi hết buổi sáng.'],
    [
      { 'w1-mo': '', 'w1-mc': '', 'w1-ao': '', 'w1-ac': '' },
      'Từ Thứ Hai đến Thứ Sáu phải mở ít nhất một buổi.',
    ],
  ])('says beside Monday what is wrong with %o', async (change, says) => {
    const page = await post('/quan-tri/gio', { validFrom: '2026-12-01', ...week, ...change })
    expect(page.status).toBe(422)
    expect(page.html).toContain(`id="o-weekday-1-error">${says}`)
    expect(page.html).toContain('name="w2-mo" value="07:00"')
  })
})

describe('officers', () => {
  const newcomer = { login: 'hang.vp', fullName: 'Đinh Thị H', title: 'Công chức', role: 'officer' }

  test('a newcomer gets a one-time password, which opens the door and is shown once', async () => {
    const page = await post('/quan-tri/can-bo', newcomer)
    expect(page.text).toContain('Mật khẩu dùng một lần của Đinh Thị H')
    const password = /class="code">([a-z2-9-]{19})</.exec(page.html)![1]!
    const entered = await site.post('/dang-nhap', { login: 'hang.vp', password })
    expect(entered.location).toBe('/tai-khoan/mat-khau')
    const list = await get('/quan-tri/can-bo')
    expect(list.text).toContain('Chưa vào lần đầu')
    expect(list.text).not.toContain(password)

    const taken = await post('/quan-tri/can-bo', newcomer)
    expect(taken.status).toBe(422)
    expect(taken.html).toMatch(/id="o-login-error">Tên đăng nhập này đã có người dùng/)
    expect(taken.html).toContain('value="Đinh Thị H"')
  })

  test('an empty form says what is missing beside each field', async () => {
    const { text } = await post('/quan-tri/can-bo', {})
    for (const says of ['Tên đăng nhập dài từ 3', 'Nhập họ và tên.', 'Chọn một vai trò.'])
      expect(text).toContain(says)
  })

  test('another role counts from the next page; who leaves is signed out at once', async () => {
    const officer = await site.enter('officer')
    const address = `/quan-tri/can-bo/${officer.id}`
    const { fullName, title } = officer
    const trail = () => site.get('/quan-tri/nhat-ky', officer.cookie)
    expect((await trail()).status).toBe(403)
    await post(address, { fullName, title, role: 'chairman', 'active[]': ['yes'] })
    expect((await trail()).status).toBe(200)

    await post(address, { fullName, title, role: 'chairman' })
    expect((await site.get('/tai-khoan', officer.cookie)).status).toBe(303)
    expect((await get('/quan-tri/can-bo')).text).toContain('Đã nghỉ')
  })

  test('the only administrator cannot let themself go', async () => {
    const form = { fullName: 'Cán bộ Thử', title: '' }
    const { rows } = await site.office.owner.query<{ id: string }>(
      "select id from identity.officer where role = 'office_admin' and id <> $1",
      [admin.id],
    )
    for (const { id } of rows) await post(`/quan-tri/can-bo/${id}`, { ...form, role: 'officer' })

    const page = await post(`/quan-tri/can-bo/${admin.id}`, { ...form, role: 'officer' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Đơn vị cần ít nhất một người quản trị.')
  })

  test('a new password, the end of all sessions, and no second factor: each from the page of the officer', async () => {
    const officer = await site.enter('officer')
    const address = `/quan-tri/can-bo/${officer.id}`
    expect((await get(address)).text).toContain('Kết thúc các phiên')
    await post(`${address}/phien`, {})
    expect((await site.get('/tai-khoan', officer.cookie)).status).toBe(303)

    const reset = await post(`${address}/mat-khau`, {})
    const password = /class="code">([a-z2-9-]{19})</.exec(reset.html)![1]!
    const { login, password: forgotten } = officer
    expect((await site.post('/dang-nhap', { login, password: forgotten })).status).toBe(422)
    expect((await site.post('/dang-nhap', { login, password })).status).toBe(303)

    const off = await post(`${address}/hai-buoc`, {})
    expect((await get(off.location!)).text).toContain('Đã tắt xác thực hai bước')
    expect((await get('/quan-tri/can-bo/khong-co')).status).toBe(404)
  })
})

describe('the trail', () => {
  test('says in words who did what, page by page', async () => {
    const page = await get('/quan-tri/nhat-ky')
    expect(page.text).toContain('Thêm cán bộ')
    expect(page.text).toContain('Cán bộ Thử')
    expect(page.text).not.toMatch(/(identity|offices|calendar)\.[a-z_]+/)
    for (let i = 0; i < 50; i++) await setNeighbours(site.owner(), [])
    const older = /href="(\/quan-tri\/nhat-ky\?truoc=\d+)"/.exec(
      (await get('/quan-tri/nhat-ky')).html,
    )![1]!
    expect((await get(older)).text).toContain('Về dòng mới nhất')
  })

  test('is proved whole, and names the line that somebody changed behind our back', async () => {
    const check = '/quan-tri/nhat-ky?kiem-tra=co'
    expect((await get(check)).text).toContain('Nhật ký nguyên vẹn')
    await site.office.owner.query(`
      alter table audit.entry disable trigger all;
      update audit.entry set detail = '{"sua": 1}' where number = 3`)
    expect((await get(check)).text).toContain('Khóa không khớp từ dòng số 3')
  })
})
