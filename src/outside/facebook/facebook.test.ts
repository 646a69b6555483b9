import { afterEach, beforeEach, expect, test } from 'vitest'
import { playFacebook, type FacebookStandIn } from '#test/stand-ins/facebook.ts'
import type { Content } from '../messages/driver.ts'
import {
  beginFacebookConnect,
  finishFacebookConnect,
  listFacebookPages,
} from './connect-facebook.ts'
import { openFacebook } from './open-facebook.ts'
import { readFacebookToken } from './read-facebook-token.ts'

let facebook: FacebookStandIn
let now: number

beforeEach(async () => {
  facebook = await playFacebook()
  now = Date.now()
})
afterEach(() => facebook.close())

const soon = () => AbortSignal.timeout(5000)
const text = 'Thứ Sáu này làm giấy tờ tại thôn Vân Côi.'
const opened = () => {
  const driver = openFacebook(facebook.url, () => now)
  return (content: Content, account = facebook.account) =>
    driver.send(account, { id: 'tin-1', to: { page: true }, content }, soon())
}

test('a post stands on the page with its link, and is changed and taken down by its name', async () => {
  const send = opened()
  const sent = await send({ text, link: 'https://vuban.example.vn/n/1' })
  const ref = sent.outcome === 'accepted' ? sent.ref! : ''
  expect(facebook.posts.get(ref)).toMatchObject({
    ...{ message: text, link: 'https://vuban.example.vn/n/1', plannedFor: null },
  })
  await send({ text: 'Dời sang thứ Năm.', edit: ref })
  expect(facebook.posts.get(ref)!.message).toBe('Dời sang thứ Năm.')
  expect(await send({ remove: ref })).toEqual({ outcome: 'accepted', ref })
  expect(facebook.posts.get(ref)!.gone).toBe(true)
  expect(await send({ text, edit: ref })).toEqual({ outcome: 'never', why: 'post_gone' })
})

test('pictures come with their words for who cannot see them', async () => {
  const pictures = [{ url: 'https://vuban.example.vn/a.jpg', alt: 'Hội trường thôn' }]
  await opened()({ text, link: 'https://vuban.example.vn/n/1', pictures })
  expect([...facebook.posts.values()]).toMatchObject([
    { message: `${text}\n\nhttps://vuban.example.vn/n/1`, link: null, pictures },
  ])
})

test('a post is planned within the limits of Facebook, else it stands at once', async () => {
  const send = opened()
  const at = (minutes: number) => new Date(Math.floor(now / 1000) * 1000 + minutes * 60_000)
  await send({ text: 'Mai.', publishAt: at(24 * 60) })
  await send({ text: 'Ngay.', publishAt: at(3) })
  expect([...facebook.posts.values()]).toMatchObject([
    { message: 'Mai.', plannedFor: at(24 * 60) },
    { message: 'Ngay.', plannedFor: null },
  ])
})

test('the same post twice in a row is refused by Facebook and not tried again', async () => {
  const send = opened()
  facebook.misbehave('fault_after')
  expect(await send({ text })).toEqual({ outcome: 'unsure', why: 'service_error' })
  expect(await send({ text })).toEqual({ outcome: 'never', why: 'duplicate' })
  expect(facebook.posts.size).toBe(1)
})

test('changing what may have been changed is simply done again', async () => {
  const send = opened()
  const sent = await send({ text })
  const ref = sent.outcome === 'accepted' ? sent.ref! : ''
  facebook.misbehave('hang_up_after')
  const content = { text: 'Dời sang thứ Năm.', edit: ref }
  expect(await send(content)).toEqual({ outcome: 'later', why: 'unreachable' })
  expect(await send(content)).toEqual({ outcome: 'accepted', ref })
})

test('a token that ended, was taken back, or may not write holds the channel', async () => {
  const send = opened()
  facebook.endToken('expired')
  expect(await send({ text })).toEqual({ outcome: 'account', why: 'token_expired' })
  facebook.endToken('revoked')
  expect(await send({ text })).toEqual({ outcome: 'account', why: 'token_revoked' })
  expect(await send({ text }, { ...facebook.account, secrets: {} })).toEqual({
    outcome: 'account',
    why: 'settings_missing',
  })
  const other = await playFacebook()
  other.takeTask()
  const driver = openFacebook(other.url)
  const message = { id: 'tin-1', to: { page: true as const }, content: { text } }
  expect(await driver.send(other.account, message, soon())).toEqual({
    outcome: 'account',
    why: 'permission_missing',
  })
  await other.close()
})

test('without the right secret of the app nothing is done', async () => {
  const secrets = { ...facebook.account.secrets, appSecret: 'khác' }
  expect(await opened()({ text }, { ...facebook.account, secrets })).toMatchObject({
    outcome: 'never',
  })
  expect(facebook.posts.size).toBe(0)
})

test('when the hour is nearly full the page is left alone, as long as Facebook says', async () => {
  const send = opened()
  facebook.used = 97
  facebook.minutesToRegain = 20
  expect(await send({ text })).toMatchObject({ outcome: 'accepted' })
  const asked = facebook.asked()
  expect(await send({ text: 'Nữa.' })).toEqual({
    ...{ outcome: 'later', why: 'too_fast', waitSeconds: 1200 },
  })
  expect(facebook.asked()).toBe(asked)
  now += 1_200_000
  expect(await send({ text: 'Nữa.' })).toMatchObject({ outcome: 'accepted' })
})

test('a refusal for too many calls says how long to wait', async () => {
  facebook.used = 100
  facebook.minutesToRegain = 30
  expect(await opened()({ text })).toEqual({
    ...{ outcome: 'later', why: 'too_fast', waitSeconds: 1800 },
  })
})

test('the version of the API is a setting of the account', async () => {
  const settings = { ...facebook.account.settings, version: 'v26.0' }
  expect(await opened()({ text }, { ...facebook.account, settings })).toMatchObject({
    outcome: 'accepted',
  })
  const wrong = { ...facebook.account.settings, version: 'latest' }
  expect(await opened()({ text: 'a' }, { ...facebook.account, settings: wrong })).toMatchObject({
    outcome: 'never',
  })
})

test('an administrator lets us into the pages on which they may write', async () => {
  const redirectUri = 'https://vuban.example.vn/quan-tri/kenh/facebook'
  const { appId } = facebook.app
  const begun = beginFacebookConnect({ appId, redirectUri })
  const { code, state } = facebook.agree(begun.url)
  expect(state).toBe(begun.state)
  const given = { code, redirectUri }
  const pages = await finishFacebookConnect(facebook.app, given, soon(), facebook.url)
  expect(pages).toEqual([
    {
      id: facebook.account.settings['pageId'],
      name: 'Xã Vụ Bản',
      token: facebook.account.secrets['pageToken'],
    },
  ])
  expect(await finishFacebookConnect(facebook.app, given, soon(), facebook.url)).toMatchObject({
    trouble: { outcome: 'account', why: 'token_revoked' },
  })
  expect(await listFacebookPages(facebook.app, 'x', soon(), facebook.url)).toMatchObject({
    trouble: { outcome: 'account' },
  })
})

test('it is known when the way in ends, so that somebody renews it before', async () => {
  const read = () => readFacebookToken(facebook.account, soon(), facebook.url)
  expect(await read()).toEqual({ valid: true, expiresAt: null, mayPost: true })
  facebook.tokenExpiresAt = new Date('2027-01-20T00:00:00Z')
  expect(await read()).toMatchObject({ expiresAt: facebook.tokenExpiresAt })
  facebook.endToken('revoked')
  expect(await read()).toMatchObject({ valid: false })
})

test('what was typed as the name of a post is one part of the address, whatever it holds', async () => {
  const send = opened()
  const sent = await send({ text })
  const ref = sent.outcome === 'accepted' ? sent.ref! : ''
  expect(await send({ remove: `${ref}?a=1` })).toMatchObject({ outcome: 'never' })
  expect(await send({ remove: ref })).toEqual({ outcome: 'accepted', ref })
})
