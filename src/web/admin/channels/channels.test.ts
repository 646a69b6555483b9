import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliverDue, listAccounts, type Account } from '#src/modules/deliveries/index.ts'
import { readChannelChoices } from '#src/modules/outreach/index.ts'
import { openDrivers, type ServiceAddresses } from '#src/outside/messages/open-drivers.ts'
import { createApp } from '#src/web/app.tsx'
import { useOfficers } from '#test/officers-site.ts'
import { playFacebook, type FacebookStandIn } from '#test/stand-ins/facebook.ts'
import { playSms, type SmsStandIn } from '#test/stand-ins/sms.ts'
import { playZalo, type ZaloStandIn } from '#test/stand-ins/zalo.ts'

const site = useOfficers()
let zalo: ZaloStandIn
let facebook: FacebookStandIn
let sms: SmsStandIn
let services: ServiceAddresses
let cookie: string
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  zalo = await playZalo()
  facebook = await playFacebook()
  sms = await playSms()
  services = { zalo: zalo.addresses, facebook: facebook.url, esms: sms.url }
  cookie = (await site.enter('office_admin')).cookie
  const { database, sealer } = site.office
  const publicUrl = 'https://xa.example'
  app = createApp({ database, sealer, publicUrl, now: () => site.now, services })
})
afterAll(async () => {
  await zalo?.close()
  await facebook?.close()
  await sms?.close()
})

const plain = (html: string) =>
  html
    .replaceAll('&amp;', '&')
    .replace(/<(style|head)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function get(path: string) {
  const answer = await app.request(path, { headers: { cookie } })
  const html = await answer.text()
  const { status, headers } = answer
  return { status, html, text: plain(html), location: headers.get('location') }
}

async function post(path: string, form: Record<string, string>) {
  const body = new URLSearchParams(form)
  const headers = { cookie, origin: 'http://localhost' }
  const answer = await app.request(path, { method: 'POST', body, headers })
  const html = await answer.text()
  const { status } = answer
  return { status, html, text: plain(html), location: answer.headers.get('location') }
}

const named = { name: 'Kênh của xã', keptBy: 'Anh Ba, 0228 3820 123' }

async function accountOf(channel: Account['channel']) {
  return (await listAccounts(site.owner())).find((it) => it.channel === channel)
}

/** Where the page leads the administrator. */
function wayOut(html: string): string {
  return /class="button" href="(https?:[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
}

describe('Zalo OA', () => {
  const typed = () => ({
    ...named,
    ...{ appId: zalo.account.settings['appId']!, oaId: '', author: 'Xã Vụ Bản' },
    ...{ appSecret: zalo.account.secrets['appSecret']!, oaSecret: zalo.oaSecret },
  })

  test('is connected once its administrator has allowed it there', async () => {
    const begun = await post('/quan-tri/kenh/zalo/noi', typed())
    expect(begun.text).toContain('Còn một bước')
    const { code, state } = zalo.agree(wayOut(begun.html))

    const back = await get(`/quan-tri/kenh/zalo/ve?code=${code}&state=${state}`)

    expect(back.location).toBe('/quan-tri/kenh/zalo?xong=noi')
    expect(await accountOf('zalo')).toMatchObject({ state: 'connected', name: 'Kênh của xã' })
    const page = await get('/quan-tri/kenh/zalo')
    expect(page.text).toContain('https://xa.example/nhan/zalo/vu-ban')
    expect(page.html).not.toContain(zalo.account.secrets['appSecret'])
  })

  test('an answer to a question that nobody asked connects nothing', async () => {
    const begun = await post('/quan-tri/kenh/zalo/noi', typed())
    const { code, state } = zalo.agree(wayOut(begun.html))

    for (const path of [`code=${code}&state=other`, 'error=denied', `code=${code}`])
      expect((await get(`/quan-tri/kenh/zalo/ve?${path}`)).status).toBe(422)
    await get(`/quan-tri/kenh/zalo/ve?code=${code}&state=${state}`)
    const again = await get(`/quan-tri/kenh/zalo/ve?code=${code}&state=${state}`)

    expect(again.text).toContain('Lần kết nối này không còn hiệu lực')
  })

  test('says what is missing beside its field, and keeps what was typed', async () => {
    const { status, text, html } = await post('/quan-tri/kenh/zalo/noi', {
      ...{ ...typed(), appId: '', keptBy: 'Chị Tư' },
    })

    expect([status, text.includes('Còn trống: Mã ứng dụng (App ID).')]).toEqual([422, true])
    expect(html).toContain('value="Chị Tư"')
  })

  test('asks for the name, the keeper and a real id before the way to Zalo, not after it', async () => {
    const { status, text } = await post('/quan-tri/kenh/zalo/noi', {
      ...{ ...typed(), name: '', keptBy: '', appId: 'ứng dụng' },
    })

    expect(status).toBe(422)
    expect(text).toContain('Đặt tên cho kênh')
    expect(text).toContain('Ghi ai giữ kênh này')
    expect(text).toContain('Mã chỉ gồm chữ số')
    expect(text).not.toContain('Còn một bước')
  })

  test('says which secret Zalo refuses, and keeps the rest of what was typed', async () => {
    const begun = await post('/quan-tri/kenh/zalo/noi', { ...typed(), appSecret: 'a wrong one' })
    const { code, state } = zalo.agree(wayOut(begun.html))

    const back = await get(`/quan-tri/kenh/zalo/ve?code=${code}&state=${state}`)

    expect(back.text).toContain('Zalo không nhận mã hoặc khóa ứng dụng')
    expect(back.html).toContain('value="Anh Ba, 0228 3820 123"')
    expect(back.html).not.toContain('a wrong one')
  })

  test('keeps what was typed when it was not allowed there', async () => {
    const begun = await post('/quan-tri/kenh/zalo/noi', { ...typed(), keptBy: 'Chị Năm' })
    const { state } = zalo.agree(wayOut(begun.html))

    const back = await get(`/quan-tri/kenh/zalo/ve?error=denied&state=${state}`)

    expect(back.text).toContain('Chưa được cho phép ở bên kia')
    expect(back.html).toContain('value="Chị Năm"')
  })
})

test('a Facebook page is connected with the page’s own token', async () => {
  const { appId, appSecret } = facebook.app
  const typed = { ...named, appId, appSecret, version: 'v26.0' }
  const begun = await post('/quan-tri/kenh/facebook/noi', typed)
  expect(wayOut(begun.html)).toContain('facebook.com/v26.0/dialog')
  const { code, state } = facebook.agree(wayOut(begun.html))

  const back = await get(`/quan-tri/kenh/facebook/ve?code=${code}&state=${state}`)

  expect(back.location).toBe('/quan-tri/kenh/facebook?xong=noi')
  expect((await accountOf('facebook'))?.settings).toMatchObject({
    ...{ pageId: '100200300400500', version: 'v26.0' },
  })
  const wrong = await post('/quan-tri/kenh/facebook/noi', { ...typed, version: '26' })
  expect(wrong.text).toContain('Phiên bản ghi như v25.0')
})

test('a wrong secret of the Facebook app is named as such', async () => {
  const { appId } = facebook.app
  const begun = await post('/quan-tri/kenh/facebook/noi', { ...named, appId, appSecret: 'wrong' })
  const { code, state } = facebook.agree(wayOut(begun.html))

  const back = await get(`/quan-tri/kenh/facebook/ve?code=${code}&state=${state}`)

  expect([back.status, back.text.includes('Facebook không nhận mã hoặc khóa')]).toEqual([422, true])
})

describe('E-mail', () => {
  const typed = {
    ...{ ...named, host: 'mail.xa.example', port: '587', security: 'starttls' },
    ...{ from: 'motcua@xa.example', fromName: 'Một cửa', user: 'motcua', password: 'bí mật' },
  }

  test('asks for the password again where it would go to another server', async () => {
    await post('/quan-tri/kenh/email/noi', typed)

    const moved = await post('/quan-tri/kenh/email/noi', {
      ...{ ...typed, host: 'mail.khac.example', password: '' },
    })

    expect(moved.text).toContain('khóa cũ không được dùng lại')
    expect((await accountOf('email'))?.settings['host']).toBe('mail.xa.example')
    const same = await post('/quan-tri/kenh/email/noi', { ...typed, name: 'Thư', password: '' })
    expect(same.location).toBe('/quan-tri/kenh/email?xong=noi-thu')
  })

  test.each([
    ['host', 'http://mail.xa.example', 'Máy chủ SMTP ghi như'],
    ['port', 'abc', 'Cổng là một số'],
    ['port', '70000', 'Cổng là một số'],
    ['from', 'motcua', 'Địa chỉ gửi là một địa chỉ thư'],
  ])('refuses %s “%s” before a message is lost to it', async (name, value, said) => {
    const { status, text } = await post('/quan-tri/kenh/email/noi', { ...typed, [name]: value })

    expect([status, text.includes(said)]).toEqual([422, true])
  })

  test('is not tried with a phone number', async () => {
    await post('/quan-tri/kenh/email/noi', typed)
    const form = { clientKey: crypto.randomUUID(), address: '0912 345 678' }

    expect((await post('/quan-tri/kenh/email/thu', form)).text).toContain('Địa chỉ thư chưa đúng')
  })
})

describe('SMS', () => {
  const typed = () => ({ ...named, brandname: 'XaVuBan', ...sms.account.secrets, cost: '450' })

  test('is connected, knows where to report to, and what a part costs', async () => {
    const { location } = await post('/quan-tri/kenh/sms/noi', typed())

    expect(location).toBe('/quan-tri/kenh/sms?xong=noi-thu')
    const account = await accountOf('sms')
    expect(account).toMatchObject({ provider: 'esms', costPerPart: 450 })
    expect(account!.settings['callbackUrl']).toMatch(
      /^https:\/\/xa\.example\/nhan\/sms\/vu-ban\?khoa=[0-9a-f]{40}$/,
    )
  })

  test('an empty secret keeps the one that stands', async () => {
    await post('/quan-tri/kenh/sms/noi', typed())

    const { location } = await post('/quan-tri/kenh/sms/noi', {
      ...{ ...typed(), apiKey: '', secretKey: '', name: 'SMS mới' },
    })

    expect(location).toBe('/quan-tri/kenh/sms?xong=noi-thu')
    expect((await accountOf('sms'))?.name).toBe('SMS mới')
  })

  test('is tried with a message to the administrator’s own phone', async () => {
    await post('/quan-tri/kenh/sms/noi', typed())
    const form = { clientKey: crypto.randomUUID(), address: '0912 345 678' }

    await post('/quan-tri/kenh/sms/thu', form)
    await post('/quan-tri/kenh/sms/thu', form)
    const { database, sealer } = site.office
    const drivers = openDrivers(services)
    await deliverDue({ database, sealer, now: () => site.now, drivers }, { once: true })

    expect(sms.messages.map((it) => it.phone)).toEqual(['84912345678'])
    expect((await get('/quan-tri/kenh/sms')).text).toMatch(/Tin thử lúc .* 5678: Đã gửi/)
  })

  test('limits and choices are kept; what cannot be is said beside its field', async () => {
    await post('/quan-tri/kenh/sms/noi', typed())
    const rule = { dailyCap: '500', quietFrom: '20:00', quietTo: '08:00' }
    expect((await post('/quan-tri/kenh/sms/gioi-han', rule)).status).toBe(303)
    expect((await get('/quan-tri/kenh/sms')).html).toContain('value="500"')
    expect((await post('/quan-tri/kenh/sms/gioi-han', { ...rule, quietTo: '' })).text).toContain(
      'Giờ yên tĩnh cần cả giờ đầu và giờ cuối',
    )

    await post('/quan-tri/kenh/sms/chon', { 'choice[]': 'byItself' })

    expect((await readChannelChoices(site.owner())).sms).toEqual({ byItself: true, plain: false })
  })

  test('is disconnected, and its page offers to connect anew', async () => {
    await post('/quan-tri/kenh/sms/noi', typed())
    const { id } = (await accountOf('sms'))!

    await post('/quan-tri/kenh/sms/ngat', { account: id })

    expect(await accountOf('sms')).toBeUndefined()
    expect((await get('/quan-tri/kenh')).text).toContain('Đăng bằng tay')
  })
})

test('a loudspeaker system is connected and disconnected', async () => {
  await post('/quan-tri/kenh/loa/noi', { name: 'Loa IP', address: 'http://10.0.0.5', key: 'k' })
  const page = await get('/quan-tri/kenh')
  expect(page.text).toContain('Loa IP · http://10.0.0.5')
  const [, id] = /name="id" value="([^"]+)"/.exec(page.html)!

  await post('/quan-tri/kenh/loa/ngat', { id: id! })

  expect((await get('/quan-tri/kenh')).text).not.toContain('http://10.0.0.5')
})

test('a channel that lost its permission says who renews it and how, on both lists', async () => {
  zalo.revoke()
  zalo.expire()
  await site.office.owner.query(
    `update deliveries.account set state = 'needs_renewal', trouble = 'token_revoked',
       trouble_at = now() where channel = 'zalo' and disconnected_at is null`,
  )

  const { text } = await get('/quan-tri/kenh')

  expect(text).toContain('Quyền gửi qua kênh đã bị thu hồi.')
  expect(text).toContain('Người giữ kênh: Anh Ba, 0228 3820 123')
  expect((await get('/quan-tri')).text).toContain('1 kênh gửi tin cần người giữ kênh')
})

test('a channel whose money was topped up, or whose name was approved there, goes on by one press', async () => {
  await post('/quan-tri/kenh/sms/noi', {
    ...{ ...named, brandname: 'XaVuBan', ...sms.account.secrets, cost: '' },
  })
  const { id } = (await accountOf('sms'))!
  const says = (trouble: string) =>
    site.office.owner.query(
      `update deliveries.account set state = 'needs_renewal', trouble = $2, trouble_at = now()
        where id = $1`,
      [id, trouble],
    )
  await says('no_balance')
  const { text, html } = await get('/quan-tri/kenh/sms')
  expect(text).toContain('nạp thêm tiền, rồi bấm Thử lại')
  expect(html).toMatch(/sms\/tiep".*?>Thử lại</s)

  await post('/quan-tri/kenh/sms/tiep', { account: id })

  expect(await accountOf('sms')).toMatchObject({ state: 'connected', trouble: null })
  await says('token_revoked')
  expect((await get('/quan-tri/kenh/sms')).html).not.toContain('>Thử lại<')
})

test('only an administrator sees the channels', async () => {
  const officer = (await site.enter('officer')).cookie
  expect((await site.get('/quan-tri/kenh', officer)).status).not.toBe(200)
})
