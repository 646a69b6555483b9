import { beforeEach, expect, test } from 'vitest'
import type { Refreshed, TokenPair } from '#src/outside/messages/driver.ts'
import { asked, connected, playChannel, sendDue } from '#test/deliveries.ts'
import { hiredAs, otherOffice, useOffice, type TestOffice } from '#test/office.ts'
import { connectAccount, listAccounts, listStuck, resumeAccount } from './index.ts'

const house = useOffice()
let office: TestOffice
let came: string[]
/** The refresh tokens of this office that came, in order; a worker looks after the others' too. */
const used = () => came.filter((token) => token.endsWith(office.officeId))

beforeEach(async () => {
  office = await otherOffice(house)
  came = []
})

const after = (seconds: number): TestOffice => ({
  ...office,
  now: new Date(office.now.getTime() + seconds * 1000),
})
const hour = 3600
const pairOf = (n: number, from = office.now): TokenPair => ({
  access: `access-${n}`,
  refresh: `refresh-${n}-${office.officeId}`,
  expiresAt: new Date(from.getTime() + 25 * hour * 1000),
})

/** Zalo with a pair of tokens; answers a refresh as told, else with the next pair. */
function zaloWith(answers: (Refreshed | Promise<Refreshed>)[] = [], from = () => office.now) {
  return playChannel('zalo', [], {
    refresh: async (_, token) => {
      came.push(token)
      const answer = answers[used().length - 1]
      return answer ?? { outcome: 'refreshed', pair: pairOf(used().length + 1, from()) }
    },
  })
}

test('a token is refreshed before it ends, and messages go out with the new one', async () => {
  await connected(office, 'zalo', { tokens: pairOf(1) })
  const zalo = zaloWith([], () => after(24.6 * hour).now)
  await asked(office, 'zalo')
  await sendDue(office, { zalo })
  await asked(office, 'zalo')
  await sendDue(after(24.6 * hour), { zalo })

  expect(zalo.got.map((it) => it.account.accessToken)).toEqual(['access-1', 'access-2'])
  expect(used()).toEqual([pairOf(1).refresh])
})

test('of twenty workers that find the token old at the same moment one refreshes it', async () => {
  await connected(office, 'zalo', { tokens: pairOf(1) })
  const morning = after(26 * hour)
  for (let i = 0; i < 20; i++) await asked(office, 'zalo')
  const zalo = zaloWith([], () => morning.now)
  await Promise.all(Array.from({ length: 20 }, () => sendDue(morning, { zalo }, { lanes: 1 })))
  await sendDue(morning, { zalo })

  expect(used()).toEqual([pairOf(1).refresh])
  expect(zalo.got).toHaveLength(20)
  expect(new Set(zalo.got.map((it) => it.account.accessToken))).toEqual(new Set(['access-2']))
})

test('a worker that dies over a refresh has the token never used again: the old one serves out, then a person renews', async () => {
  const accountId = await connected(office, 'zalo', { tokens: pairOf(1) })
  const admin = await hiredAs(office, 'office_admin')
  const officer = await hiredAs(office, 'officer')
  await office.owner.query(
    'update deliveries.token_pair set refresh_begun_at = $2 where account_id = $1',
    [accountId, after(24.6 * hour).now],
  )
  const zalo = zaloWith()
  await asked(office, 'zalo')
  await sendDue(after(24.7 * hour), { zalo })
  expect(zalo.got).toHaveLength(1)
  expect(await listAccounts(admin)).toMatchObject([
    { state: 'connected', trouble: 'refresh_interrupted' },
  ])

  const kept = await asked(after(25.1 * hour), 'zalo')
  await sendDue(after(25.1 * hour), { zalo })
  expect(await kept.look()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await listStuck({ ...officer, now: after(25.1 * hour).now })).toMatchObject({
    accounts: [{ trouble: 'refresh_interrupted', stillWorks: false, waiting: 1 }],
  })
  await expect(resumeAccount(admin, { accountId })).rejects.toMatchObject({
    code: 'deliveries.connect_anew',
  })

  await connectAccount(admin, {
    ...{ channel: 'zalo', provider: 'zalo', name: 'Zalo', keptBy: 'Chị Hoa', settings: {} },
    tokens: pairOf(9, after(25.2 * hour).now),
  })
  await sendDue(after(25.2 * hour), { zalo })
  expect(await kept.look()).toMatchObject({ state: 'accepted' })
  expect(used()).toEqual([])
})

test.each([
  ['is not answered', { outcome: 'unsure', why: 'slow' }, 'refresh_interrupted'],
  ['is refused', { outcome: 'account', why: 'token_revoked' }, 'token_revoked'],
] as const)('a refresh that %s is not tried again', async (_, answer, trouble) => {
  const tokensOf = await connected(office, 'zalo', { tokens: pairOf(1) })
  const { look } = await asked(after(26 * hour), 'zalo')
  const zalo = zaloWith([answer])
  for (const hours of [26, 27, 50]) await sendDue(after(hours * hour), { zalo })

  expect(used()).toHaveLength(1)
  expect(await look()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await listAccounts(await hiredAs(office, 'office_admin'))).toMatchObject([
    { state: 'needs_renewal', trouble },
  ])
  // Who renews ZNS by itself would read that it is connected.
  await expect(connected(office, 'zns', { tokensOf })).rejects.toMatchObject({
    code: 'deliveries.tokens_missing',
  })
})

test('a refresh that surely never reached the channel is tried again later', async () => {
  await connected(office, 'zalo', { tokens: pairOf(1) })
  const { look } = await asked(after(26 * hour), 'zalo')
  const zalo = zaloWith([{ outcome: 'later', why: 'unreachable' }], () => after(26.1 * hour).now)
  await sendDue(after(26 * hour), { zalo })
  await sendDue(after(26 * hour + 30), { zalo })
  expect(used()).toHaveLength(1)
  await sendDue(after(26 * hour + 61), { zalo })

  expect(used()).toEqual([pairOf(1).refresh, pairOf(1).refresh])
  expect(await look()).toMatchObject({ state: 'accepted' })
})

test('a token that the channel calls old sooner than it said is refreshed, and the message goes out', async () => {
  await connected(office, 'zalo', { tokens: pairOf(1) })
  const { look } = await asked(office, 'zalo')
  const soon = after(2 * hour)
  const zalo = {
    ...zaloWith([], () => soon.now),
    ...playChannel('zalo', [
      { outcome: 'account', why: 'token_expired' },
      { outcome: 'accepted', ref: null },
    ]),
    refresh: zaloWith([], () => soon.now).refresh!,
  }
  await sendDue(soon, { zalo })
  await sendDue(after(2 * hour + 1), { zalo })

  expect(used()).toHaveLength(1)
  expect(await look()).toMatchObject({ state: 'accepted', attempts: 2 })
})

test('a new token that is called old at once needs a person: no endless refreshing', async () => {
  await connected(office, 'zalo', { tokens: pairOf(1) })
  await asked(office, 'zalo')
  const zalo = { ...playChannel('zalo', [{ outcome: 'account', why: 'token_expired' }]) }
  await sendDue(after(30), { zalo })
  await sendDue(after(90), { zalo })

  expect(zalo.got).toHaveLength(1)
  expect(await listAccounts(await hiredAs(office, 'office_admin'))).toMatchObject([
    { state: 'needs_renewal', trouble: 'token_expired' },
  ])
})

test('ZNS uses the pair of the Zalo OA, which is refreshed once for both', async () => {
  const tokensOf = await connected(office, 'zalo', { tokens: pairOf(1) })
  await connected(office, 'zns', { tokensOf })
  const morning = after(26 * hour)
  const [byZalo, byZns] = [await asked(morning, 'zalo'), await asked(morning, 'zns')]
  const [zalo, zns] = [zaloWith([], () => morning.now), playChannel('zns')]
  await sendDue(morning, { zalo, zns })

  expect(used()).toHaveLength(1)
  const tokens = [...zalo.got, ...zns.got]
    .filter((it) => [byZalo, byZns].some(({ messageId }) => messageId === it.id))
    .map((it) => it.account.accessToken)
  expect(tokens).toEqual(['access-2', 'access-2'])
})

test('a pair that nobody used for a week is refreshed all the same, so that it does not die unused', async () => {
  const weeks = { ...pairOf(1), expiresAt: after(100 * 24 * hour).now }
  await connected(office, 'zalo', { tokens: weeks })
  const zalo = zaloWith([], () => after(8 * 24 * hour).now)
  await sendDue(after(6 * 24 * hour), { zalo })
  expect(used()).toEqual([])
  await sendDue(after(8 * 24 * hour), { zalo })
  expect(used()).toHaveLength(1)
})
