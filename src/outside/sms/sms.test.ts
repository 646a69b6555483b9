import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { playSms, type SmsStandIn } from '#test/stand-ins/sms.ts'
import type { Outgoing } from '../messages/driver.ts'
import { countSmsParts, needsMarks, withoutMarks } from './count-sms-parts.ts'
import { openEsms } from './open-esms.ts'
import { readSmsReport } from './read-sms-report.ts'

let sms: SmsStandIn

beforeEach(async () => {
  sms = await playSms()
})
afterEach(() => sms.close())

const message = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id: 'tin-1', to: { phone: '84912345678' }, content: { text } },
  ...more,
})
const send = (it: Outgoing, account = sms.account) =>
  openEsms(sms.url).send(account, it, AbortSignal.timeout(5000))

test('a message with marks goes in the larger alphabet, one without in the smaller', async () => {
  expect(await send(message('Hồ sơ đã có kết quả'))).toMatchObject({ outcome: 'accepted' })
  await send(message('Ho so da co ket qua', { id: 'tin-2' }))
  expect(sms.messages).toMatchObject([
    { phone: '84912345678', unicode: true, requestId: 'tin-1', brandname: 'XaVuBan' },
    { unicode: false, requestId: 'tin-2' },
  ])
})

test('asked again after no answer, the provider knows our id and nobody gets it twice', async () => {
  sms.misbehave('hang_up_after')
  expect(await send(message('Chào bà con'))).toMatchObject({ outcome: 'unsure' })
  expect(await send(message('Chào bà con'))).toEqual({ outcome: 'accepted', ref: null })
  expect(sms.messages).toHaveLength(1)
  expect(sms.duplicates()).toBe(1)
})

test.each([
  ['99', { outcome: 'never', why: 'recipient_refused' }],
  ['101', { outcome: 'account', why: 'key_wrong' }],
  ['103', { outcome: 'account', why: 'no_balance' }],
  ['104', { outcome: 'account', why: 'sender_not_approved' }],
  ['108', { outcome: 'never', why: 'recipient_wrong' }],
  ['140', { outcome: 'account', why: 'address_not_allowed' }],
  ['146', { outcome: 'never', why: 'template_wrong' }],
  ['4711', { outcome: 'later', why: 'service_error' }],
])('that the provider said %s is understood', async (code, outcome) => {
  sms.refuse('84912345678', code)
  expect(await send(message('Chào bà con'))).toEqual(outcome)
  expect(sms.messages).toEqual([])
})

test('what the stand-in itself checks: keys, name, phone, money', async () => {
  const { settings, secrets } = sms.account
  expect(await send(message('a'), { settings, secrets: { ...secrets, apiKey: 'x' } })).toEqual({
    outcome: 'account',
    why: 'key_wrong',
  })
  expect(await send(message('a'), { settings: { brandname: 'Khac' }, secrets })).toEqual({
    outcome: 'account',
    why: 'sender_not_approved',
  })
  expect(await send(message('a'), { settings: {}, secrets })).toEqual({
    outcome: 'account',
    why: 'settings_missing',
  })
  expect(await send(message('a', { to: { phone: '0228382' } }))).toEqual({
    outcome: 'never',
    why: 'recipient_wrong',
  })
  sms.balance = 0
  expect(await send(message('a'))).toEqual({ outcome: 'account', why: 'no_balance' })
})

test('tried out, nobody gets anything', async () => {
  const settings = { ...sms.account.settings, sandbox: 'yes' }
  expect(await send(message('a'), { ...sms.account, settings })).toMatchObject({
    outcome: 'accepted',
  })
  expect(sms.messages).toEqual([])
})

test('what takes more than six parts is not sent', async () => {
  expect(await send(message('ă'.repeat(67 * 6 + 1)))).toEqual({ outcome: 'never', why: 'too_long' })
})

test('the provider reports afterwards whether it reached the phone', async () => {
  const sent = await send(message('Chào bà con'))
  const [it] = sms.messages
  const ref = sent.outcome === 'accepted' ? sent.ref : null
  expect(readSmsReport(sms.report(it!, true))).toEqual({ ref, messageId: 'tin-1', arrived: true })
  expect(readSmsReport(sms.report(it!, false))).toMatchObject({ arrived: false })
  const underWay = sms.report(it!, true)
  underWay.set('SendStatus', '3')
  expect(readSmsReport(underWay)).toBeNull()
  expect(readSmsReport(new URLSearchParams('SMSID=x'))).toBeNull()
})

test.each([
  ['', 0, 0],
  ['a'.repeat(160), 1, 1],
  ['a'.repeat(161), 2, 2],
  ['a'.repeat(306), 2, 2],
  ['a'.repeat(307), 3, 3],
  ['ă'.repeat(70), 1, 1],
  ['ă'.repeat(71), 2, 1],
  ['ă'.repeat(134), 2, 1],
  ['ă'.repeat(135), 3, 1],
  ['{'.repeat(80), 1, 1],
  ['{'.repeat(81), 2, 2],
])('%# letters take the parts that the networks count', (text, marked, plain) => {
  expect(countSmsParts(text)).toEqual({ marked, plain })
})

const vietnamese = [...'aăâeêioôơuưyđbc'].flatMap((letter) =>
  ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'].map((tone) =>
    (letter + tone).normalize('NFC'),
  ),
)

test('without marks every text fits the smaller alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      expect(needsMarks(withoutMarks(text))).toBe(false)
    }),
  )
  for (const letter of vietnamese.filter((it) => !/[bc]/.test(it)))
    expect(withoutMarks(letter)).toMatch(/^[a-z]$/)
})

test('without marks Vietnamese never costs more', () => {
  const words = fc.array(fc.constantFrom(...vietnamese, ' ', '.'), { maxLength: 500 })
  fc.assert(
    fc.property(words, (letters) => {
      const { marked, plain } = countSmsParts(letters.join(''))
      expect(plain).toBeLessThanOrEqual(marked)
    }),
  )
})
