import { afterEach, beforeEach, expect, test } from 'vitest'
import { playSmtp, type SmtpStandIn } from '#test/stand-ins/smtp.ts'
import type { Content } from '../messages/driver.ts'
import { openSmtp } from './open-smtp.ts'

let smtp: SmtpStandIn

beforeEach(async () => {
  smtp = await playSmtp()
})
afterEach(() => smtp.close())

const usual: Content = {
  title: 'Thứ Sáu làm giấy tờ tại thôn',
  text: 'Kính gửi bà con,\n\nMang theo <căn cước> & giấy tờ.',
  link: 'https://vuban.example.vn/n/1?a=1&b=2',
  unsubscribe: 'https://vuban.example.vn/thoi/k',
}
const send = (content = usual, more: Partial<SmtpStandIn['account']> = {}, ms = 5000) =>
  openSmtp().send(
    { ...smtp.account, ...more },
    { id: '0199-tin', to: { email: 'ba.con@example.vn' }, content },
    AbortSignal.timeout(ms),
  )
const parts = () =>
  [...smtp.letters[0]!.raw.matchAll(/Content-Transfer-Encoding: (\S+)\r\n\r\n(.*?)\r\n--/gs)].map(
    ([, encoding, body]) =>
      encoding === 'base64'
        ? Buffer.from(body!, 'base64').toString()
        : Buffer.from(
            body!
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
                String.fromCharCode(parseInt(hex, 16)),
              ),
            'latin1',
          ).toString(),
  )

test('a letter arrives as plain text and as HTML, under our id, with the way out of the list', async () => {
  expect(await send()).toEqual({ outcome: 'accepted', ref: null })
  const [letter] = smtp.letters
  expect(letter).toMatchObject({ from: 'thong-bao@vuban.example.vn', to: 'ba.con@example.vn' })
  const raw = letter!.raw.replace(/\r\n[ \t]/g, ' ')
  expect(raw).toContain('Message-ID: <0199-tin@vuban.example.vn>')
  expect(raw).toContain('List-Unsubscribe: <https://vuban.example.vn/thoi/k>')
  expect(raw).toContain('Auto-Submitted: auto-generated')
  const [text, html] = parts()
  expect(text).toContain('Mang theo <căn cước> & giấy tờ.')
  expect(text).toContain('https://vuban.example.vn/n/1?a=1&b=2')
  expect(html).toContain('Mang theo &lt;căn cước&gt; &amp; giấy tờ.')
  expect(html).toContain('<a href="https://vuban.example.vn/n/1?a=1&amp;b=2">')
})

test('a title over two lines cannot add heads of its own', async () => {
  await send({ ...usual, title: 'Chào\r\nBcc: x@example.vn' })
  expect(smtp.letters[0]!.raw).not.toMatch(/^Bcc:/m)
})

test.each([
  ['550 5.1.1 No such user', { outcome: 'never', why: 'recipient_wrong' }],
  ['552 5.2.2 Mailbox full', { outcome: 'never', why: 'recipient_unreachable' }],
  ['450 4.2.1 Try later', { outcome: 'later', why: 'service_error' }],
  ['452 4.2.2 Mailbox full', { outcome: 'later', why: 'recipient_unreachable' }],
])('that the server said "%s" of the recipient is understood', async (said, outcome) => {
  smtp.refuse.set('ba.con@example.vn', said)
  expect(await send()).toEqual(outcome)
  expect(smtp.letters).toEqual([])
})

test('a letter that was refused after it was heard is not tried again', async () => {
  smtp.afterData.push({ say: '554 5.7.1 Looks like spam', done: false })
  expect(await send()).toEqual({ outcome: 'never', why: 'content_refused' })
})

test('no word after the whole letter leaves it open whether it arrived', async () => {
  smtp.afterData.push({ say: 'hang_up', done: true }, { say: 'silence', done: true })
  expect(await send()).toMatchObject({ outcome: 'unsure' })
  expect(await send(usual, {}, 300)).toEqual({ outcome: 'unsure', why: 'slow' })
  expect(smtp.letters).toHaveLength(2)
})

test('a wrong password holds the channel, and so does a sender who is not ours', async () => {
  expect(await send(usual, { secrets: { password: 'x' } })).toEqual({
    outcome: 'account',
    why: 'key_wrong',
  })
  const settings = { ...smtp.account.settings, from: 'khac@example.vn' }
  expect(await send(usual, { settings })).toEqual({
    outcome: 'account',
    why: 'sender_not_approved',
  })
  expect(await send(usual, { settings: {} })).toEqual({
    outcome: 'account',
    why: 'settings_missing',
  })
})

test('where no mail server listens, or it is busy, nothing has gone out', async () => {
  smtp.greeting.push('421 4.3.2 Too busy')
  expect(await send()).toMatchObject({ outcome: 'later' })
  const settings = { ...smtp.account.settings, port: '1' }
  expect(await send(usual, { settings })).toEqual({ outcome: 'later', why: 'unreachable' })
})

test('a server without TLS gets no password where TLS is asked for', async () => {
  const settings = { ...smtp.account.settings, security: 'starttls' }
  expect(await send(usual, { settings })).toMatchObject({ outcome: 'account' })
  expect(smtp.letters).toEqual([])
})

test.each(['hang_up', 'silence'] as const)(
  'a server that ends the talk at the sign-in (%s) is asked again later',
  async (signIn) => {
    smtp.signIn = signIn
    expect(await send(usual, {}, 300)).toMatchObject({ outcome: 'later' })
    expect(smtp.letters).toEqual([])
  },
)
