import { expect, test } from 'vitest'
import { hireOfficer } from '#src/modules/identity/index.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()

test('who signs in with name and password stands at their first door', async () => {
  const { login, password } = await site.hire('officer')
  const page = await site.post('/dang-nhap', { login, password })

  expect(page.status).toBe(303)
  expect(page.location).toBe('/ban')
})

test('the cookie is for this site alone, hidden from script, and gone with the browser', async () => {
  const { login, password } = await site.hire('officer')
  const { cookie } = await site.post('/dang-nhap', { login, password })
  expect(cookie).toMatch(/^taicho_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)

  const behindProxy = await site.post(
    '/dang-nhap',
    { login, password },
    { 'x-forwarded-proto': 'https' },
  )
  expect(behindProxy.cookie).toMatch(/; Secure/)
})

test('a wrong password and a name that nobody has are answered in the same words', async () => {
  const { login } = await site.hire('officer')
  const wrong = await site.post('/dang-nhap', { login, password: 'khong-phai-mat-khau' })
  const nobody = await site.post('/dang-nhap', { login: 'khong-ai', password: 'gi-cung-duoc' })

  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng.')
  expect(nobody.text.replaceAll('khong-ai', login)).toBe(wrong.text)
  expect(wrong.html).toContain(`value="${login}"`)
  expect(wrong.html).not.toContain('khong-phai-mat-khau')
  expect(wrong.cookie).toBeNull()
})

test('after five wrong tries even the right password waits', async () => {
  const { login, password } = await site.hire('officer')
  for (let i = 0; i < 5; i++) await site.post('/dang-nhap', { login, password: 'sai roi' })

  const page = await site.post('/dang-nhap', { login, password })
  expect(page.status).toBe(422)
  expect(page.text).toContain('tài khoản tạm dừng. Đợi 1 phút')
})

test('an empty form says beside each field what is missing', async () => {
  const { status, text } = await site.post('/dang-nhap', {})
  expect(status).toBe(422)
  expect(text).toContain('Nhập tên đăng nhập.')
  expect(text).toContain('Nhập mật khẩu.')
})

test('after signing in they are where they wanted to go, in the language they read', async () => {
  const { login, password } = await site.hire('officer')
  const asked = await site.get('/en/tai-khoan?xong=x')
  expect(asked.location).toBe('/en/dang-nhap?tiep=%2Fen%2Ftai-khoan%3Fxong%3Dx')

  const form = await site.get(asked.location!)
  expect(form.html).toContain('name="tiep" value="/en/tai-khoan?xong=x"')
  const { location } = await site.post('/en/dang-nhap', { login, password, tiep: '/en/tai-khoan' })
  expect(location).toBe('/en/tai-khoan')
})

test('a link does not lead to another site through the sign-in', async () => {
  const { login, password } = await site.hire('officer')
  const traps = [
    'https://x.vn',
    '//x.vn/a',
    '/\\x.vn',
    '/\t/x.vn',
    'javascript:alert(1)',
    '/.//x.vn',
  ]
  for (const tiep of traps) {
    const form = await site.get(`/dang-nhap?tiep=${encodeURIComponent(tiep)}`)
    expect(form.html).not.toContain('name="tiep"')
    expect((await site.post('/dang-nhap', { login, password, tiep })).location).toBe('/ban')
  }
})

test('a form from another site is refused, also the sign-in', async () => {
  const { login, password } = await site.hire('officer')
  const page = await site.post('/dang-nhap', { login, password }, { origin: 'https://x.vn' })
  expect(page.status).toBe(403)
  expect(page.cookie).toBeNull()
  expect(page.text).toContain('Biểu mẫu được gửi từ trang khác')
})

test('who has a one-time password is led to choose another before anything else', async () => {
  const { officer, password } = await hireOfficer(site.owner(), {
    login: 'moi.vao',
    fullName: 'Trần Thị Mới',
    title: 'Công chức',
    role: 'officer',
  })
  const entered = await site.post('/dang-nhap', { login: officer.login, password, tiep: '/ban' })
  expect(entered.location).toBe('/tai-khoan/mat-khau')

  const elsewhere = await site.get('/tai-khoan', entered.cookie!)
  expect(elsewhere.location).toBe('/tai-khoan/mat-khau')
})

test('signing out ends the session for the copied cookie too', async () => {
  const { cookie } = await site.enter('officer')
  const out = await site.post('/dang-xuat', {}, { cookie })
  expect(out.location).toBe('/dang-nhap?xong=dang-xuat')
  expect(out.cookie).toMatch(/^taicho_session=; Max-Age=0/)

  expect((await site.get('/tai-khoan', cookie)).status).toBe(303)
  expect((await site.get(out.location!)).text).toContain('Đã đăng xuất.')
})

test('a form sent after the session ended is not lost, and the page says how', async () => {
  const { cookie } = await site.enter('officer')
  await site.post('/dang-xuat', {}, { cookie })
  const page = await site.post('/tai-khoan/mat-khau', { current: 'x' }, { cookie })
  expect(page.status).toBe(401)
  expect(page.text).toContain('đăng nhập trong thẻ mới')
})

test('the demo sign-ins are printed for a demo office only', async () => {
  const shown = () => site.get('/dang-nhap').then((it) => it.text.includes('ngay-thu-sau'))
  expect(await shown()).toBe(false)
  await site.office.owner.query('update offices.office set is_demo = true')
  expect(await shown()).toBe(true)
  await site.office.owner.query('update offices.office set is_demo = false')
})
