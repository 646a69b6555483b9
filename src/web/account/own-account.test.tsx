import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { hireOfficer } from '#src/modules/identity/index.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
const address = '/tai-khoan/xac-thuc-hai-buoc'

test('a one-time password is changed on the first page, and then the doors open', async () => {
  const { officer, password } = await hireOfficer(site.owner(), {
    login: 'moi.vao',
    fullName: 'Trần Thị Mới',
    title: 'Công chức',
    role: 'officer',
  })
  const entered = await site.post('/dang-nhap', { login: officer.login, password })
  const cookie = entered.cookie!.split(';')[0]!
  const page = await site.get(entered.location!, cookie)
  expect(page.text).toContain('Mật khẩu được cấp')
  expect(page.text).not.toContain('Bàn tiếp dân')

  const own = 'con trâu đi trước'
  const typed = { current: password, password: own, again: own }
  const done = await site.post('/tai-khoan/mat-khau', typed, { cookie })
  expect(done.location).toBe('/ban')
  expect((await site.get('/tai-khoan', cookie)).text).toContain('Bàn tiếp dân')
})

test('a wrong, short or differing password is said beside its field, and none is sent back', async () => {
  const { cookie, password } = await site.enter('officer')
  const change = (form: Record<string, string>) =>
    site.post('/tai-khoan/mat-khau', form, { cookie })

  const wrong = await change({
    current: 'sai',
    password: 'cái cò lặn lội',
    again: 'cái cò lặn lội',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toMatch(/id="o-current-error">Mật khẩu đang dùng chưa đúng/)
  expect(wrong.html).not.toContain('cái cò')
  const short = await change({ current: password, password: 'ngắn', again: 'ngắn' })
  expect(short.html).toMatch(/id="o-password-error">Mật khẩu cần ít nhất 10 ký tự/)
  const differing = await change({
    current: password,
    password: 'cái cò lặn lội',
    again: 'cái vạc',
  })
  expect(differing.html).toMatch(/id="o-again-error">Hai lần nhập chưa giống nhau/)
})

test('changing the password signs out every other machine', async () => {
  const { cookie, login, password } = await site.enter('officer')
  const elsewhere = (await site.post('/dang-nhap', { login, password })).cookie!.split(';')[0]!
  const own = 'lúa chín đầy đồng'
  const typed = { current: password, password: own, again: own }
  const done = await site.post('/tai-khoan/mat-khau', typed, { cookie })

  expect((await site.get(done.location!, cookie)).text).toContain('Đã đổi mật khẩu.')
  expect((await site.get('/tai-khoan', elsewhere)).status).toBe(303)
})

test('an officer sees where they are signed in and ends a session from afar', async () => {
  const { cookie, login, password } = await site.enter('officer')
  const hall = await site.post(
    '/dang-nhap',
    { login, password },
    { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
  )
  const page = await site.get('/tai-khoan', cookie)
  expect(page.text).toContain('Firefox · Linux')
  expect(page.text).toContain('Máy này')
  const end = page.html.match(/action="(\/tai-khoan\/phien\/[^"]+)"/g)!
  expect(end).toHaveLength(1)

  const done = await site.post(end[0].slice(8, -1), {}, { cookie })
  expect((await site.get(done.location!, cookie)).text).toContain('Đã kết thúc phiên đó.')
  expect((await site.get('/tai-khoan', hall.cookie!.split(';')[0])).status).toBe(303)
})

test("a colleague's session, or none at all, cannot be ended", async () => {
  const { cookie } = await site.enter('officer')
  const colleague = await site.enter('officer')
  const { rows } = await site.office.owner.query<{ id: string }>(
    'select id from identity.session where officer_id = $1',
    [colleague.id],
  )
  const end = (id: string) => site.post(`/tai-khoan/phien/${id}/ket-thuc`, {}, { cookie })
  expect((await end(rows[0]!.id)).status).toBe(404)
  expect((await end('khong-co')).status).toBe(404)
  expect((await site.get('/tai-khoan', colleague.cookie)).status).toBe(200)
})

test('an hour untouched ends the session', async () => {
  const { cookie } = await site.enter('officer')
  site.now = new Date(site.now.getTime() + 61 * 60_000)
  expect((await site.get('/tai-khoan', cookie)).location).toBe('/dang-nhap?tiep=%2Ftai-khoan')
})

test('pages of officers are kept nowhere', async () => {
  const { cookie } = await site.enter('officer')
  for (const path of ['/dang-nhap', '/tai-khoan', address, '/tai-khoan/mat-khau'])
    expect((await site.get(path, cookie)).headers.get('cache-control')).toBe('no-store')
})

/** Goes through the two forms as an officer with a phone does. */
async function turnOn() {
  const officer = await site.enter('officer')
  const { cookie } = officer
  const begun = await site.post(address, { viec: 'bat' }, { cookie })
  const secret = /class="code">([A-Z2-7 ]+)</.exec(begun.html)![1]!.replaceAll(' ', '')
  const sealed = /name="khoa" value="([^"]+)"/.exec(begun.html)![1]!
  const code = () => new TOTP({ secret }).generate({ timestamp: site.now.getTime() })
  const confirm = (typed: string) =>
    site.post(address, { viec: 'xac-nhan', khoa: sealed, code: typed }, { cookie })
  return { ...officer, begun, code, confirm, secret }
}

const minutes = (count: number) => {
  site.now = new Date(site.now.getTime() + count * 60_000)
}

test('the second factor is turned on by a QR code and its first code, and gives recovery codes once', async () => {
  const it = await turnOn()
  expect(it.begun.html).toContain('<svg class="qr"')

  const wrong = await it.confirm('000000')
  expect(wrong.status).toBe(422)
  expect(wrong.html).toMatch(/id="o-code-error">Mã chưa đúng/)
  expect(wrong.html.replace(/\s/g, '')).toContain(it.secret.match(/.{4}/g)!.join(''))

  const done = await it.confirm(it.code())
  expect(done.html.match(/<code>[a-z2-9]{5}-[a-z2-9]{5}<\/code>/g)).toHaveLength(10)
  expect((await site.get('/tai-khoan', it.cookie)).text).toMatch(/Xác thực hai bước Đang bật/)
  expect((await it.confirm(it.code())).text).toContain('Xác thực hai bước đang bật.')
})

test('with it on, the code is asked for after the password, which is on no page in the clear', async () => {
  const it = await turnOn()
  await it.confirm(it.code())
  minutes(1)
  const { login, password } = it
  const asked = await site.post('/dang-nhap', { login, password, tiep: '/tai-khoan' })
  expect(asked.text).toContain('Mã 6 chữ số trong ứng dụng xác thực')
  expect(asked.html).not.toContain(password)
  expect(asked.cookie).toBeNull()

  const buoc = /name="buoc" value="([^"]+)"/.exec(asked.html)![1]!
  expect(Buffer.from(buoc, 'base64url').includes(password)).toBe(false)
  const wrong = await site.post('/dang-nhap', { buoc, code: '000000', tiep: '/tai-khoan' })
  expect(wrong.html).toMatch(/id="o-code-error">Mã chưa đúng/)
  expect(wrong.html).toContain(`name="buoc" value="${buoc}"`)
  const right = await site.post('/dang-nhap', { buoc, code: it.code(), tiep: '/tai-khoan' })
  expect(right.location).toBe('/tai-khoan')
})

test('after three minutes the password is asked for again; a step made up opens nothing', async () => {
  const it = await turnOn()
  await it.confirm(it.code())
  minutes(1)
  const { login, password } = it
  const { html } = await site.post('/dang-nhap', { login, password })
  const buoc = /name="buoc" value="([^"]+)"/.exec(html)![1]!
  minutes(3)
  for (const step of [buoc, 'bia-ra', '']) {
    const late = await site.post('/dang-nhap', { buoc: step, code: it.code() })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Đã quá 3 phút')
    expect(late.cookie).toBeNull()
  }
})

test('a recovery code opens the door once; with the password it is turned off again', async () => {
  const it = await turnOn()
  const codes = (await it.confirm(it.code())).html.match(/(?<=<code>)[a-z2-9-]{11}/g)!
  minutes(1)
  const { login, password } = it
  const { html } = await site.post('/dang-nhap', { login, password })
  const buoc = /name="buoc" value="([^"]+)"/.exec(html)![1]!
  const first = await site.post('/dang-nhap', { buoc, code: codes[0] })
  expect(first.status).toBe(303)
  expect((await site.post('/dang-nhap', { buoc, code: codes[0] })).status).toBe(422)

  const cookie = first.cookie!.split(';')[0]!
  const wrong = await site.post(address, { viec: 'tat', password: 'sai' }, { cookie })
  expect(wrong.html).toMatch(/id="o-password-error">Mật khẩu đang dùng chưa đúng/)
  const off = await site.post(address, { viec: 'tat', password }, { cookie })
  expect((await site.get(off.location!, cookie)).text).toContain('Đã tắt xác thực hai bước.')
  expect((await site.post('/dang-nhap', { login, password })).status).toBe(303)
})
