import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  connectAccount,
  countFollowers,
  deliverDue,
  enqueue,
  listMessages,
} from '#src/modules/deliveries/index.ts'
import { openDrivers } from '#src/outside/messages/open-drivers.ts'
import { useOfficers } from '#test/officers-site.ts'
import { playSms, type SmsStandIn } from '#test/stand-ins/sms.ts'
import { playZalo, type ZaloStandIn } from '#test/stand-ins/zalo.ts'
import { smsReportAddress } from './sms-secret.ts'

const site = useOfficers()
let zalo: ZaloStandIn
let sms: SmsStandIn

beforeAll(async () => {
  zalo = await playZalo()
  sms = await playSms()
  zalo.now = () => site.now
  const kept = { name: 'Kênh', keptBy: 'Anh Ba, 0228 3820 123' }
  await connectAccount(site.owner(), {
    ...{ channel: 'zalo', provider: 'zalo', ...kept, ...zalo.account },
    secrets: { ...zalo.account.secrets, oaSecret: zalo.oaSecret },
    tokens: zalo.letIn(),
  })
  await connectAccount(site.owner(), { channel: 'sms', provider: 'esms', ...kept, ...sms.account })
})
afterAll(async () => {
  await zalo?.close()
  await sms?.close()
})

const follow = (id: string) => ({ event_name: 'follow', follower: { id }, oa_id: '1' })

async function tell(
  event: Record<string, unknown>,
  how: { secret?: string; at?: Date } = {},
  office = 'vu-ban',
) {
  const { body, signature } = zalo.signEvent(event, { at: site.now, ...how })
  return site.send(`/nhan/zalo/${office}`, {
    ...{ method: 'POST', body },
    // No origin of ours: a service is no browser.
    headers: {
      ...{ origin: 'https://zalo.me', 'content-type': 'application/json' },
      'x-zevent-signature': signature,
    },
  })
}

const followers = async () => (await countFollowers(site.owner(), { channel: 'zalo' })).follow

describe('an event from Zalo', () => {
  test('makes a follower of who followed, and none of who left', async () => {
    expect((await tell(follow('5001'))).status).toBe(200)
    expect(await followers()).toBe(1)

    const later = new Date(site.now.getTime() + 60_000)
    await tell({ event_name: 'unfollow', follower: { id: '5001' } }, { at: later })

    expect(await followers()).toBe(0)
  })

  test('that is repeated has one effect', async () => {
    const event = { event_name: 'user_send_text', sender: { id: '5002' }, message: text('DỪNG') }
    await tell(follow('5002'))
    expect((await tell(event)).status).toBe(200)
    const { optedOut } = await countFollowers(site.owner(), { channel: 'zalo' })
    const again = text('ĐĂNG KÝ', 'm-2')
    await tell({ event_name: 'user_send_text', sender: { id: '5002' }, message: again })

    expect((await tell(event)).status).toBe(200)

    const now = await countFollowers(site.owner(), { channel: 'zalo' })
    expect([optedOut, now.optedOut]).toEqual([1, 0])
  })

  test.each([
    ['a wrong signature', { secret: 'somebody else’s' }],
    ['an old timestamp', { at: new Date('2026-11-20T01:00:00Z') }],
  ])('with %s is refused and changes nothing', async (_, how) => {
    const before = await followers()

    expect((await tell(follow('5003'), how)).status).toBe(403)

    expect(await followers()).toBe(before)
  })

  test('without a signature, or that is no event, is refused', async () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      site.send('/nhan/zalo/vu-ban', { method: 'POST', body, headers })

    expect((await send(JSON.stringify(follow('5004')))).status).toBe(403)
    expect((await send('not JSON')).status).toBe(400)
    expect((await send('x'.repeat(70_000))).status).toBe(413)
  })

  test('for an office that is not there, or without such an account, is not found', async () => {
    expect((await tell(follow('5005'), {}, 'khong-co')).status).toBe(404)
  })
})

describe('what the SMS provider reports', () => {
  const subject = { kind: 'test', id: 'sms' }
  const sent = async (phone: string) => {
    await enqueue(site.owner(), {
      ...{ clientKey: phone, channel: 'sms', to: { phone }, content: { text: 'Chao' } },
      ...{ purpose: 'test', priority: 'urgent', subject: { ...subject, id: phone } },
    })
    const drivers = openDrivers({ zalo: zalo.addresses, facebook: '', esms: sms.url })
    const { database, sealer } = site.office
    await deliverDue({ database, sealer, now: () => site.now, drivers }, { once: true })
    return sms.messages.at(-1)!
  }
  const address = () => smsReportAddress(site.owner(), '', 'vu-ban')
  const state = async (phone: string) =>
    (await listMessages(site.owner(), { subject: { ...subject, id: phone } }))[0]?.state

  test('is believed from who knows the address, once', async () => {
    const message = await sent('0912345678')
    expect(await state('0912345678')).toBe('accepted')

    const report = `${address()}&${sms.report(message, true).toString()}`
    expect((await site.get(report)).status).toBe(200)
    expect((await site.get(report)).status).toBe(200)

    expect(await state('0912345678')).toBe('delivered')
  })

  test('comes as a form too, and says when it did not arrive', async () => {
    const message = await sent('0912345679')

    const body = sms.report(message, false).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://x.vn' }
    expect((await site.send(address(), { method: 'POST', body, headers })).status).toBe(200)

    expect(await state('0912345679')).toBe('failed')
  })

  test('from anybody else changes nothing', async () => {
    const message = await sent('0912345670')

    const report = `/nhan/sms/vu-ban?khoa=wrong&${sms.report(message, true).toString()}`
    expect((await site.get(report)).status).toBe(403)

    expect(await state('0912345670')).toBe('accepted')
  })
})

function text(said: string, id = 'm-1') {
  return { text: said, msg_id: id }
}
