import { beforeAll, describe, expect, test } from 'vitest'
import { Kysely, PostgresDialect } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { addHamlet, addVenue, setAgencyDistance } from '#src/modules/offices/index.ts'
import { loadPlaces } from '#src/modules/places/index.ts'
import { findHeard } from '#src/modules/reach/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { addProgramme, planDays } from '#src/modules/service-days/index.ts'
import { asOfficer } from '#test/office.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''
let chairman = ''

beforeAll(async () => {
  await loadPlaces(site.office.owner.options.connectionString!)
  await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.office.owner }) }))
  const from = Temporal.PlainDate.from('2020-01-01')
  await setAgencyDistance(site.owner(), { at: 'province', km: 30, from })
  cookie = (await site.enter('officer')).cookie
  chairman = (await site.enter('chairman')).cookie
})

const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string>) => site.post(path, form, { cookie })

let key = 0
/** A mother who came for her daughter, as the form sends it. */
function motherForDaughter(differs: Record<string, string> = {}): Record<string, string> {
  return {
    clientKey: `phieu-${String(++key).padStart(8, '0')}`,
    code: '1.004873',
    relation: 'mother',
    'here.fullName': 'Trần Thị B',
    'here.phone': `0912 345 ${100 + key}`,
    'here.birth': '1970',
    'other.fullName': 'Nguyễn Thị A',
    'other.birth': '15/3/1996',
    commune: '26740|2025-07-01',
    came: 'here',
    seen: openQuestions,
    do: 'luu',
    ...differs,
  }
}
let openQuestions = ''

/** The address of the request that was put on record. */
async function received(differs: Record<string, string> = {}): Promise<string> {
  const saved = await post('/ban/tiep-nhan', motherForDaughter(differs))
  expect(saved.status).toBe(303)
  return saved.location!.split('?')[0]!
}

const idOf = (address: string) => address.split('/').at(-1)!
const whole = (address: string) =>
  getRequest(asOfficer(site.owner(), ['requests.read']), { requestId: idOf(address) })

const filing = {
  'nop.externalCode': 'H40.12-261120-0001',
  'nop.channel': 'online',
  'nop.portal': 'national',
  'nop.filingHelp': 'self_with_help',
  'nop.resultDelivery': 'desk',
  'nop.status': '1',
  'nop.date': '2026-11-20',
  'nop.time': '',
}

describe('receiving a need', () => {
  test('nobody enters without signing in', async () => {
    const { status, location } = await site.get('/ban/tiep-nhan')
    expect(status).toBe(303)
    expect(location).toContain('/dang-nhap?tiep=')
  })

  test('finds the procedure as people say it and keeps what was typed', async () => {
    const page = await post('/ban/tiep-nhan', {
      q: 'xac nhan doc than',
      'here.fullName': 'Trần Thị B',
    })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Giấy xác nhận độc thân')
    expect(page.html).toContain('value="Trần Thị B"')
  })

  test('shows who decides, the papers and whether the mother may come, before anything is saved', async () => {
    const page = await post('/ban/tiep-nhan', motherForDaughter({ do: '' }))
    expect(page.text).toContain('Ủy ban nhân dân cấp xã')
    expect(page.text).toContain('Làm thay được')
    expect(page.text).toContain('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân')
    openQuestions = /name="seen" value="([^"]*)"/.exec(page.html)![1]!
    expect(openQuestions).toContain('open:')
  })

  test('the identity card fills the fields, and its residence finds the commune', async () => {
    const page = await post('/ban/tiep-nhan', {
      relation: 'self',
      'here.card': '036196001234||Nguyễn Thị A|15031996|Nữ|Thôn 1, Vụ Bản, Ninh Bình|01012022',
    })
    expect(page.html).toContain('value="Nguyễn Thị A"')
    expect(page.html).toContain('value="15/03/1996"')
    expect(page.html).toMatch(/name="here.sex" value="female" checked/)
    expect(/name="commune" value="([^"]+)"/.exec(page.html)![1]).toBe('13741|2025-07-01')
  })

  test('how they heard is one press, and the hamlet is taken from the card', async () => {
    const { id: hamletId } = await addHamlet(site.owner(), { name: 'Thôn Trại Gôi' })
    const card = '036196001235||Nguyễn Thị Hai|15031996|Nữ|Trại Gôi, Vụ Bản, Ninh Bình|01012022'
    const asked = await post('/ban/tiep-nhan', { relation: 'self', 'here.card': card })
    expect(asked.text).toContain('Bà con biết tin qua đâu?')
    expect(asked.html).toMatch(new RegExp(`value="${hamletId}" selected`))

    const address = await received({ heard: 'zalo', heardHamlet: hamletId })
    expect((await site.get(address, cookie)).text).toContain('Người thân đến thay · Zalo')
    expect(await findHeard(site.owner(), { requestId: idOf(address) })).toEqual({
      ...{ channel: 'zalo', hamletId, businessId: null },
    })
    const silent = await received({ heardHamlet: 'khong-co' })
    expect(await findHeard(site.owner(), { requestId: idOf(silent) })).toBeNull()
  })

  test('a card that cannot be read is refused beside its field', async () => {
    const page = await post('/ban/tiep-nhan', { 'here.card': 'abc', 'here.fullName': 'Trần Thị B' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Chưa đọc được mã QR này')
    expect(page.html).toContain('value="Trần Thị B"')
  })

  test('a commune is found by its former name, which stands beside it', async () => {
    const page = await post('/ban/tiep-nhan', { place: 'thi tran goi' })
    expect(page.text).toContain('Xã Vụ Bản')
    expect(page.text).toContain('trước đây là Thị trấn Gôi')
  })

  test('puts the need on record and leads to it', async () => {
    const page = await get(await received())
    expect(page.text).toContain('Nguyễn Thị A')
    expect(page.text).toContain('Trần Thị B (mẹ)')
    expect(page.text).toContain('Cần giấy ủy quyền, không phải chứng thực')
    expect(page.text).toContain('Phường Sài Gòn')
    expect(page.text).not.toMatch(/0912\s?345/)
  })

  test('one form sent twice is one request', async () => {
    const form = motherForDaughter()
    const [one, two] = await Promise.all([
      post('/ban/tiep-nhan', form),
      post('/ban/tiep-nhan', form),
    ])
    expect(one.location).toBe(two.location)
  })

  test('what is left out is told beside its field, and nothing typed is lost', async () => {
    const page = await post(
      '/ban/tiep-nhan',
      motherForDaughter({ code: '', 'other.fullName': '', 'other.birth': '31/2/1996' }),
    )
    expect(page.status).toBe(422)
    expect(page.text).toContain('Chọn việc bà con cần làm.')
    expect(page.text).toContain('Nhập họ tên người cần giấy.')
    expect(page.text).toContain('Nhập ngày sinh như 15/3/1996')
    expect(page.html).toContain('value="31/2/1996"')
  })

  test('a wrong phone is told beside the phone of who is here', async () => {
    const page = await post('/ban/tiep-nhan', motherForDaughter({ 'here.phone': '12345' }))
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/id="o-here-phone-error"/)
  })

  test('where the law lets nobody come for another, it says so and saves nothing', async () => {
    const form = motherForDaughter({ code: '3.000333', 'answers.slip': 'so_2' })
    const page = await post('/ban/tiep-nhan', form)
    const seen = /name="seen" value="([^"]*)"/.exec(page.html)![1]!
    expect(page.text).toContain('Không làm thay được')
    const refused = await post('/ban/tiep-nhan', { ...form, seen })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('pháp luật không cho người này làm thay')
  })

  test('an ID number that contradicts the birth warns once; the same button then saves', async () => {
    const form = motherForDaughter({ 'other.idNumber': '079190001234' })
    const warned = await post('/ban/tiep-nhan', form)
    expect(warned.status).toBe(200)
    expect(warned.text).toContain('Số định danh cho biết năm sinh 1990, nhưng đã khai 1996')
    const seen = /name="seen" value="([^"]*)"/.exec(warned.html)![1]!
    const saved = await post('/ban/tiep-nhan', { ...form, seen })
    expect(saved.status).toBe(303)
  })

  test('says that somebody has a request open already', async () => {
    const address = await received({ 'here.phone': '0987 654 321' })
    const { code, requester } = await whole(address)
    const page = await get(`/ban/tiep-nhan?nguoi=${requester.id}`)
    expect(page.text).toContain('Đang có việc chưa xong ở đây')
    expect(page.text).toContain(code)
    expect(page.html).toContain('value="Trần Thị B"')
    expect(page.text).toContain('Đã có •••••• 4321')
  })
})

describe('the desk', () => {
  test('shows what was received today and finds people by phone', async () => {
    await received({ 'here.phone': '0977 111 222' })
    const home = await get('/ban')
    expect(home.text).toContain('Nhận hôm nay')
    expect(home.text).toContain('Đúng lúc 8 giờ 30, Thứ Sáu 20/11/2026')
    const found = await post('/ban', { tim: '0977111222' })
    expect(found.text).toContain('Tìm thấy 1 người')
    const wrong = await post('/ban', { tim: '123' })
    expect(wrong.status).toBe(422)
  })

  test('the chairman reads, and is offered no button that works on requests', async () => {
    const home = await site.get('/ban', chairman)
    expect(home.status).toBe(200)
    expect(home.html).not.toContain('href="/ban/tiep-nhan"')
    const page = await site.get(await received(), chairman)
    expect(page.text).not.toContain('Ghi mã hồ sơ')
    expect(page.text).not.toContain('Xem số đầy đủ')
  })

  test('opens today’s service day, and says who sits', async () => {
    const owner = site.owner()
    const officer = await site.hire('officer')
    const { id: venueId } = await addVenue(owner, { kind: 'hall', name: 'Hội trường Gôi' })
    const ctx = asOfficer(owner, ['service_days.plan'], officer.id)
    await addProgramme(ctx, {
      nameVi: 'Ngày thứ 6 tại chỗ',
      nameEn: 'Friday on the spot',
      weekday: 5,
      venueId,
      hours: { morning: { from: '07:30', to: '11:30' }, afternoon: null },
      officerIds: [officer.id],
      procedures: [],
      partners: [{ kind: 'police', name: 'Công an xã Vụ Bản' }],
      capacity: null,
      holidayPolicy: 'skip',
      validFrom: Temporal.PlainDate.from('2026-11-20'),
      validTo: null,
    })
    await planDays(ctx, { until: Temporal.PlainDate.from('2026-11-20') })
    const planned = await get('/ban')
    expect(planned.text).toContain('Ngồi bàn: Cán bộ Thử')
    expect(planned.text).toContain('Cùng ngồi: Công an xã Vụ Bản')
    const open = /action="(\/ban\/mo-ngay\/[^"]+)"/.exec(planned.html)![1]!
    expect((await post(open, {})).status).toBe(303)
    expect((await get('/ban')).text).toContain('Đang mở')
    expect((await post(open, {})).text).toContain('Ngày này đang mở')
  })

  test('the form for receiving is shut to who may not work on requests', async () => {
    expect((await site.get('/ban/tiep-nhan', chairman)).status).toBe(403)
    const note = await site.post(
      `${await received()}/ghi-chu`,
      { 'ghi-chu.note': 'Xem lại' },
      { cookie: chairman },
    )
    expect(note.status).toBe(403)
  })

  test('lists requests by state and text, and says when nothing fits', async () => {
    const address = await received({ 'here.phone': '0966 333 444' })
    const { code } = await whole(address)
    expect((await get(`/ban/yeu-cau?chu=${code}`)).text).toContain(code)
    expect((await get('/ban/yeu-cau?tt=ended')).text).toContain('Không có việc nào như vậy')
    expect((await get('/ban/yeu-cau?tu=hom-qua')).text).toContain('Nhập một ngày có thật')
  })
})

describe('following a request', () => {
  test('works off the papers and the steps of VNeID', async () => {
    const address = await received()
    const paperId = /name="paperId" value="([^"]+)"/.exec((await get(address)).html)![1]!
    expect((await post(`${address}/giay-to`, { paperId, state: 'have' })).status).toBe(303)
    expect((await whole(address)).items.find((it) => it.paperId === paperId)?.state).toBe('have')
    await post(`${address}/vneid`, {
      step: 'passcode',
      state: 'blocked',
      'vneid.reason-passcode': 'passcode_forgotten',
    })
    const page = await get(address)
    expect(page.text).toContain('vướng: quên passcode')
    expect(page.text).toContain('Nhớ passcode: Quên passcode')
  })

  test('a block without a reason is refused and the page says so', async () => {
    const page = await post(`${await received()}/vneid`, {
      step: 'passcode',
      state: 'blocked',
      'vneid.reason-passcode': '',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Chọn vướng vì sao.')
  })

  test('from filing to the result, only with steps that are allowed', async () => {
    const address = await received()
    const bad = await post(`${address}/nop`, { ...filing, 'nop.externalCode': '?' })
    expect(bad.status).toBe(422)
    expect(bad.html).toMatch(/id="o-nop-externalCode-error"/)
    expect((await post(`${address}/nop`, filing)).status).toBe(303)
    const filed = await get(address)
    expect(filed.text).toContain('H40.12-261120-0001')
    expect(filed.text).toContain('Hẹn trả')
    expect(filed.html).not.toContain('name="trang-thai.to" value="9"')

    const step = (to: string, note = '') =>
      post(`${address}/trang-thai`, {
        'trang-thai.to': to,
        'trang-thai.note': note,
        'trang-thai.date': '2026-11-20',
        'trang-thai.time': '',
      })
    await step('2')
    await step('4')
    const silent = await step('5')
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Ghi rõ lý do hoặc điều cần làm')
    await step('5', 'Bổ sung tờ khai có chữ ký')
    expect((await get(address)).text).toContain('Dừng đếm từ')
    await step('4')
    await step('9')
    const jump = await step('4')
    expect(jump.status).toBe(422)

    await post(`${address}/trao`, {
      'trao.toName': 'Trần Thị B',
      'trao.toRelation': 'mother',
      'trao.resultDelivery': 'desk',
      'trao.date': '',
      'trao.time': '',
    })
    const end = await get(address)
    expect(end.text).toContain('Đã trao kết quả')
    expect(end.text).toContain('Mời đánh giá tại bàn')
    const rated = await post(`${address}/danh-gia`, {
      guidance: '5',
      speed: '5',
      attitude: '5',
      returns: '0',
      filedOnline: 'yes',
      sentence: 'Cảm ơn',
      anonymous: 'no',
    })
    expect(rated.status).toBe(303)
    expect((await get(address)).text).toContain('“Cảm ơn”')
  })

  test('what happened on an earlier day is told with its hour', async () => {
    const page = await post(`${await received()}/nop`, {
      ...filing,
      'nop.externalCode': 'H40.12-261119-0002',
      'nop.date': '2026-11-19',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Việc của ngày trước thì nhập cả giờ.')
    expect(page.html).toContain('value="H40.12-261119-0002"')
  })

  test('whole numbers are shown for a reason only, and never without one', async () => {
    const address = await received({ 'here.phone': '0955 666 777' })
    const { requester } = await whole(address)
    const ask = (reason: string) =>
      post(`${address}/xem-so`, {
        personId: requester.id,
        [`xem-so.reason-${requester.id}`]: reason,
      })
    const silent = await ask('')
    expect(silent.status).toBe(422)
    expect(silent.text).not.toContain('0955666777')
    expect((await ask('Gọi báo kết quả')).text).toContain('0955666777')
  })

  test('withdrawn says why and offers nothing more', async () => {
    const address = await received()
    expect((await post(`${address}/rut`, { 'rut.reason': '' })).status).toBe(422)
    await post(`${address}/rut`, { 'rut.reason': 'Con gái tự nộp rồi' })
    const page = await get(address)
    expect(page.text).toContain('Con gái tự nộp rồi')
    expect(page.text).not.toContain('Ghi mã hồ sơ')
  })

  test('a request that is not there, or of no sense, is not found', async () => {
    expect((await get('/ban/yeu-cau/01990000-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await get('/ban/yeu-cau/khong')).status).toBe(404)
    expect((await post(`${await received()}/pha`, {})).status).toBe(404)
  })
})

describe('the slip', () => {
  test('has the code, what is missing and two QR codes, and nobody’s name or number', async () => {
    const address = await received({ 'here.phone': '0944 888 999' })
    const { code } = await whole(address)
    const slip = await get(`${address}/phieu`)
    expect(slip.text).toContain(code)
    expect(slip.text).toContain('N. T. A.')
    expect(slip.text).toContain('Còn thiếu, mang đến lần sau')
    expect(slip.text).toContain('Không ai của chúng tôi hỏi mật khẩu')
    expect(slip.html.match(/class="qr"/g)).toHaveLength(2)
    expect(slip.text).not.toContain('Nguyễn Thị A')
    expect(slip.text).not.toContain('8999')
    expect((await get(`${address}/phieu?kho=80`)).html).toContain('class="slip roll"')
  })
})
