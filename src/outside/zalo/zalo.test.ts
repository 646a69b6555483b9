import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { playZalo, type ZaloStandIn } from '#test/stand-ins/zalo.ts'
import type { Credentials, Outgoing } from '../messages/driver.ts'
import { checkZaloWebhook } from './check-zalo-webhook.ts'
import { beginZaloConnect, finishZaloConnect } from './connect-zalo.ts'
import { openZalo } from './open-zalo.ts'
import { openZns } from './open-zns.ts'
import { refreshZaloToken } from './refresh-zalo-token.ts'

let zalo: ZaloStandIn
let account: Credentials

beforeAll(async () => {
  zalo = await playZalo()
  zalo.slowness = 500
})
afterAll(() => zalo.close())
beforeEach(() => {
  zalo.messages.length = 0
  zalo.refuseAll(null)
  account = { ...zalo.account, accessToken: zalo.letIn().access }
})

const soon = () => AbortSignal.timeout(5000)
const toUser = (more: Partial<Outgoing> = {}): Outgoing => ({
  id: 'tin-1',
  to: { zaloUserId: '2468' },
  content: { text: 'Hồ sơ của bà con đã có kết quả.', link: 'https://vuban.example.vn/t/1' },
  ...more,
})
const toPhone = (phone: string): Outgoing => ({
  id: 'tin-2',
  to: { phone },
  content: { template: { id: '7895', params: { ma: 'VB-2026-1' } } },
})
const send = (message = toUser(), signal = soon()) =>
  openZalo(zalo.addresses).send(account, message, signal)
const sendZns = (message: Outgoing) => openZns(zalo.addresses).send(account, message, soon())

test('a follower gets the words and the link, and Zalo names the message', async () => {
  const sent = await send()
  expect(zalo.messages).toMatchObject([
    { to: '2468', text: 'Hồ sơ của bà con đã có kết quả.\nhttps://vuban.example.vn/t/1' },
  ])
  expect(sent).toEqual({ outcome: 'accepted', ref: zalo.messages[0]!.ref })
})

test.each([
  [-216, { outcome: 'account', why: 'token_expired' }],
  [-224, { outcome: 'account', why: 'package_missing' }],
  [-211, { outcome: 'later', why: 'quota_used' }],
  [-32, { outcome: 'later', why: 'too_fast', waitSeconds: 60 }],
  [-213, { outcome: 'never', why: 'recipient_unreachable' }],
  [-217, { outcome: 'never', why: 'recipient_refused' }],
  [-230, { outcome: 'never', why: 'window_closed' }],
  [-9999, { outcome: 'never', why: 'content_refused' }],
])('that Zalo said %i with HTTP 200 is understood', async (error, outcome) => {
  zalo.refuse('2468', error)
  expect(await send()).toMatchObject(outcome)
  expect(zalo.messages).toEqual([])
})

test('an access token whose time is over is said to be so', async () => {
  zalo.expire()
  expect(await send()).toEqual({ outcome: 'account', why: 'token_expired' })
})

test.each([
  ['busy', { outcome: 'later', why: 'service_error' }, 0],
  ['redirect', { outcome: 'later', why: 'garbled' }, 0],
  ['page_before', { outcome: 'later', why: 'garbled' }, 0],
  ['fault_after', { outcome: 'unsure', why: 'service_error' }, 1],
  ['page_after', { outcome: 'unsure', why: 'garbled' }, 1],
  ['hang_up_after', { outcome: 'unsure', why: 'unreachable' }, 1],
  ['endless', { outcome: 'unsure', why: 'garbled' }, 1],
] as const)('with the trouble "%s" it is said what is known', async (fault, outcome, arrived) => {
  zalo.misbehave(fault)
  expect(await send()).toEqual(outcome)
  expect(zalo.messages).toHaveLength(arrived)
})

test('an answer that comes too late leaves it open whether the message arrived', async () => {
  zalo.misbehave('slow')
  expect(await send(toUser(), AbortSignal.timeout(100))).toEqual({ outcome: 'unsure', why: 'slow' })
  expect(zalo.messages).toHaveLength(1)
})

test('where nobody listens nothing has gone out', async () => {
  const nobody = { oauth: 'http://127.0.0.1:1', api: 'http://127.0.0.1:1', business: '' }
  const sent = await openZalo(nobody).send(account, toUser(), soon())
  expect(sent).toEqual({ outcome: 'later', why: 'unreachable' })
})

test('what is longer than Zalo takes is not tried', async () => {
  const content = { text: 'a'.repeat(2001) }
  expect(await send(toUser({ content }))).toEqual({ outcome: 'never', why: 'too_long' })
})

test('an approved template goes to a phone, under our id', async () => {
  expect(await sendZns(toPhone('84912345678'))).toMatchObject({ outcome: 'accepted' })
  expect(zalo.messages).toMatchObject([
    {
      to: '84912345678',
      template: { id: '7895', params: { ma: 'VB-2026-1' } },
      trackingId: 'tin-2',
    },
  ])
  expect(await sendZns(toPhone('+84 912'))).toEqual({ outcome: 'never', why: 'recipient_wrong' })
  for (const [error, outcome] of [
    [-118, { outcome: 'never', why: 'recipient_unreachable' }],
    [-131, { outcome: 'never', why: 'template_wrong' }],
    [-144, { outcome: 'later', why: 'quota_used' }],
    [-115, { outcome: 'account', why: 'no_balance' }],
    [-124, { outcome: 'account', why: 'token_expired' }],
  ] as const) {
    zalo.refuse('84912345678', error)
    expect(await sendZns(toPhone('84912345678'))).toMatchObject(outcome)
  }
})

const article: Outgoing = {
  id: 'tin-3',
  to: { page: true },
  content: {
    title: 'Thứ Sáu làm giấy tờ tại thôn Vân Côi',
    text: 'Bà con mang căn cước.',
    pictures: [{ url: 'https://vuban.example.vn/a.jpg', alt: 'Hội trường' }],
  },
}

test('an article is written, told of once, changed and taken down', async () => {
  const sent = await send(article)
  const ref = sent.outcome === 'accepted' ? sent.ref! : ''
  expect(zalo.articles.get(ref)).toMatchObject({ told: 1, gone: false, author: 'UBND xã Vụ Bản' })
  const content = { ...article.content, edit: ref, title: 'Thứ Năm làm giấy tờ' }
  expect(await send({ ...article, content })).toEqual({ outcome: 'accepted', ref })
  expect(zalo.articles.get(ref)).toMatchObject({ title: 'Thứ Năm làm giấy tờ', told: 1 })
  await send({ ...article, content: { remove: ref } })
  expect(zalo.articles.get(ref)!.gone).toBe(true)
})

test('an article that could not be told of does not stay, so that the next try leaves one', async () => {
  zalo.articles.clear()
  zalo.refuse('followers', 3004)
  expect(await send(article)).toMatchObject({ outcome: 'later', why: 'quota_used' })
  expect(await send(article)).toMatchObject({ outcome: 'accepted' })
  expect([...zalo.articles.values()].filter((it) => !it.gone)).toHaveLength(1)
})

test('an administrator lets us in over the page of Zalo, and nobody else can use the code', async () => {
  const redirectUri = 'https://vuban.example.vn/quan-tri/kenh/zalo'
  const { appId } = zalo.account.settings as { appId: string }
  const begun = beginZaloConnect({ appId, redirectUri }, zalo.addresses)
  const stolen = zalo.agree(begun.url)
  const other = { code: stolen.code, verifier: 'x'.repeat(43) }
  expect(await finishZaloConnect(account, other, soon(), zalo.addresses)).toMatchObject({
    outcome: 'account',
  })
  const { code, state } = zalo.agree(begun.url)
  expect(state).toBe(begun.state)
  const given = { code, verifier: begun.verifier }
  const answer = await finishZaloConnect(account, given, soon(), zalo.addresses)
  expect(answer.outcome).toBe('refreshed')
  if (answer.outcome !== 'refreshed') return
  account = { ...account, accessToken: answer.pair.access }
  expect(await send()).toMatchObject({ outcome: 'accepted' })
})

test('a refresh token works once; the second time a person has to connect anew', async () => {
  const { refresh } = zalo.letIn()
  const ask = (token: string) => refreshZaloToken(account, token, soon(), zalo.addresses)
  const first = await ask(refresh)
  expect(first.outcome).toBe('refreshed')
  if (first.outcome !== 'refreshed') return
  const hours = (first.pair.expiresAt.getTime() - Date.now()) / 3_600_000
  expect(hours).toBeCloseTo(25, 1)
  expect(await ask(refresh)).toEqual({ outcome: 'account', why: 'token_revoked' })
  zalo.misbehave('hang_up_after')
  expect(await ask(first.pair.refresh)).toEqual({ outcome: 'unsure', why: 'unreachable' })
})

test('a wrong secret of the app is told apart from a token that ended', async () => {
  const wrong = { ...account, secrets: { appSecret: 'khác' } }
  expect(await refreshZaloToken(wrong, 'x', soon(), zalo.addresses)).toEqual({
    outcome: 'account',
    why: 'key_wrong',
  })
  const empty = { settings: {}, secrets: {} }
  expect(await refreshZaloToken(empty, 'x', soon(), zalo.addresses)).toEqual({
    outcome: 'account',
    why: 'settings_missing',
  })
})

const now = new Date('2026-11-27T01:00:00Z')
const check = (event: Record<string, unknown>, how: { secret?: string; at?: Date } = {}) => {
  const { body, signature } = zalo.signEvent(event, { at: now, ...how })
  const { appId } = zalo.account.settings as { appId: string }
  return checkZaloWebhook(Buffer.from(body), signature, { appId, oaSecret: zalo.oaSecret, now })
}
const wrote = (text: string) => ({
  event_name: 'user_send_text',
  sender: { id: '2468' },
  recipient: { id: '1' },
  message: { text, msg_id: 'm1' },
})

test('an event with a signature of Zalo is read', () => {
  expect(check({ event_name: 'follow', follower: { id: '2468' } })).toMatchObject({
    accepted: true,
    event: { what: 'followed', userId: '2468', at: now },
  })
  expect(check({ event_name: 'unfollow', follower: { id: '2468' } })).toMatchObject({
    event: { what: 'unfollowed' },
  })
  expect(check(wrote('Dạ cho tôi hỏi'))).toMatchObject({
    event: { what: 'wrote', text: 'Dạ cho tôi hỏi', id: 'user_send_text:m1' },
  })
  const received = {
    event_name: 'user_received_message',
    sender: { id: '1' },
    recipient: { id: '2468' },
    message: { msg_ids: ['a', 'b'], tracking_id: 'tin-2' },
  }
  expect(check(received)).toMatchObject({
    event: { what: 'received', refs: ['a', 'b'], ourId: 'tin-2', userId: '2468' },
  })
  expect(check({ event_name: 'oa_send_list' })).toMatchObject({ event: { what: 'other' } })
})

test.each(['Dừng', 'DUNG', 'từ chối', 'stop.', 'Hủy nhận tin'])(
  '"%s" ends the bulletins',
  (text) => {
    expect(check(wrote(text))).toMatchObject({ event: { what: 'opted_out' } })
  },
)

test('a word inside a sentence does not end the bulletins', () => {
  expect(check(wrote('Xe dừng ở đâu vậy?'))).toMatchObject({ event: { what: 'wrote' } })
  expect(check(wrote('Nhận tin'))).toMatchObject({ event: { what: 'opted_in' } })
})

test('a repeated event has the same id, another event another', () => {
  const idOf = (it: ReturnType<typeof check>) => (it.accepted ? it.event.id : null)
  const follow = (id: string) => idOf(check({ event_name: 'follow', follower: { id } }))
  expect(follow('2468')).toBe(follow('2468'))
  expect(follow('2468')).not.toBe(follow('1357'))
})

test('a wrong signature, an old or a coming time and a broken body are refused', () => {
  const event = { event_name: 'follow', follower: { id: '2468' } }
  expect(check(event, { secret: 'app secret' })).toEqual({
    accepted: false,
    why: 'signature_wrong',
  })
  const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
  expect(check(event, { at: minutes(-16) })).toEqual({ accepted: false, why: 'too_old' })
  expect(check(event, { at: minutes(16) })).toEqual({ accepted: false, why: 'too_old' })
  expect(check(event, { at: minutes(-14) })).toMatchObject({ accepted: true })
  const given = { appId: '1', oaSecret: 'x', now }
  expect(checkZaloWebhook(Buffer.from('{'), 'mac=00', given)).toEqual({
    accepted: false,
    why: 'malformed',
  })
  expect(checkZaloWebhook(Buffer.from('{}'), undefined, given)).toEqual({
    accepted: false,
    why: 'signature_wrong',
  })
})

test('JSON that was written anew does not bear the signature any more', () => {
  const { body, signature } = zalo.signEvent({ event_name: 'follow', follower: { id: '1' } })
  const { appId } = zalo.account.settings as { appId: string }
  const anew = Buffer.from(JSON.stringify(JSON.parse(body)))
  const given = { appId, oaSecret: zalo.oaSecret, now: new Date() }
  expect(checkZaloWebhook(Buffer.from(body), signature, given)).toMatchObject({ accepted: true })
  expect(checkZaloWebhook(anew, signature, given)).toMatchObject({ why: 'signature_wrong' })
})

test('an account without the secret takes no event, however it is signed', () => {
  const body = Buffer.from('{"timestamp":"1"}')
  const mac = createHash('sha256').update('1').update(body).update('1').digest('hex')
  const given = { appId: '1', oaSecret: '', now: new Date(1) }
  expect(checkZaloWebhook(body, `mac=${mac}`, given)).toMatchObject({ why: 'signature_wrong' })
})
