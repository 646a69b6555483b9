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

    expect([status, text.includes('Điền ô này.')]).toEqual([422, true])
    expect(html).toContain('value="Chị Tư"')
  })
})

test('a Facebook page is connected with the page’s own token', async () => {
  const { appId, appSecret } = facebook.app
  const begun = await post('/quan-tri/kenh/facebook/noi', { ...named, appId, appSecret })
  const { code, state } = facebook.agree(wayOut(begun.html))

  const back = await get(`/quan-tri/kenh/facebook/ve?code=${code}&state=${state}`)

  expect(back.location).toBe('/quan-tri/kenh/facebook?xong=noi')
  expect((await accountOf('facebook'))?.settings['pageId']).toBe('100200300400500')
})

describe('SMS', () => {
  const typed = () => ({ ...named, brandname: 'XaVuBan', ...sms.account.secrets, cost: '450' })

  test('is connected, knows where to report to, and what a part costs', async () => {
    const { location } = await post('/quan-tri/kenh/sms/noi', typed())

    expect(location).toBe('/quan-tri/kenh/sms?xong=noi')
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

    expect(location).toBe('/quan-tri/kenh/sms?xong=noi')
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
})

test('only an administrator sees the channels', async () => {
  const officer = (await site.enter('officer')).cookie
  expect((await site.get('/quan-tri/kenh', officer)).status).not.toBe(200)
})
