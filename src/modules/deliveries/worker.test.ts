import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import type { Sent } from '#src/outside/messages/driver.ts'
import { asked, connected, playChannel, sendDue } from '#test/deliveries.ts'
import { hiredAs, otherOffice, useOffice, type TestOffice } from '#test/office.ts'
import {
  changeChannelRule,
  deliverDue,
  enqueueBroadcast,
  listAccounts,
  pauseAccount,
  readProgress,
  resumeAccount,
  retryMessage,
} from './index.ts'

const house = useOffice()
/** An office of its own for each test: what waits for a channel in trouble waits on. */
let office: TestOffice

beforeEach(async () => {
  office = await otherOffice(house)
})

const after = (seconds: number): TestOffice => ({
  ...office,
  now: new Date(office.now.getTime() + seconds * 1000),
})
const later: Sent = { outcome: 'later', why: 'service_error' }
const unsure: Sent = { outcome: 'unsure', why: 'slow' }
const taken: Sent = { outcome: 'accepted', ref: 'ref' }

test('twenty workers at once send each message of a broadcast once', async () => {
  await connected(office, 'sms')
  const recipients = Array.from({ length: 300 }, (_, i) => ({ phone: `8491${1_000_000 + i}` }))
  const about = { kind: 'test.bulletin', id: randomUUID() }
  await enqueueBroadcast(office, {
    ...{ clientKey: randomUUID(), channel: 'sms', content: { text: 'x' }, recipients, about },
  })
  const sms = playChannel('sms')
  await Promise.all(Array.from({ length: 20 }, () => sendDue(office, { sms }, { lanes: 1 })))

  expect(sms.got).toHaveLength(300)
  expect(new Set(sms.got.map((it) => it.id)).size).toBe(300)
  expect(new Set(sms.got.map((it) => it.to.phone)).size).toBe(300)
  expect(await readProgress(office, { subject: about })).toMatchObject({
    accepted: 300,
    done: true,
  })
})

test('a passing failure is tried again with growing pauses, until it goes out', async () => {
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  const email = playChannel('email', [later, later, taken])
  await sendDue(office, { email })
  expect(await look()).toMatchObject({ state: 'waiting', why: 'service_error', attempts: 1 })
  expect((await look()).nextAt).toEqual(after(60).now)
  await sendDue(after(59), { email })
  expect(email.got).toHaveLength(1)

  await sendDue(after(60), { email })
  expect((await look()).nextAt).toEqual(after(660).now)
  await sendDue(after(660), { email })
  expect(await look()).toMatchObject({ state: 'accepted', why: null, ref: 'ref', attempts: 3 })
  const ids = new Set(email.got.map((it) => it.id))
  expect(ids.size).toBe(1)
})

test('after days of passing trouble a person looks at it; nothing is lost', async () => {
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  const email = playChannel('email', [later])
  for (let hour = 0; hour <= 72; hour += 8) await sendDue(after(hour * 3600), { email })

  expect(await look()).toMatchObject({
    state: 'held',
    why: 'tried_too_long',
    mayHaveArrived: false,
  })
})

test('what will never work is not tried again', async () => {
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  const email = playChannel('email', [{ outcome: 'never', why: 'recipient_wrong' }])
  await sendDue(office, { email })
  await sendDue(after(86_400), { email })

  expect(email.got).toHaveLength(1)
  expect(await look()).toMatchObject({ state: 'failed', why: 'recipient_wrong' })
})

test('trouble of the account closes the channel, keeps every message and says who renews it; then all go on', async () => {
  const accountId = await connected(office, 'sms')
  const all = [await asked(office, 'sms'), await asked(office, 'sms'), await asked(office, 'sms')]
  const empty: Sent = { outcome: 'account', why: 'no_balance' }
  const sms = playChannel('sms', [empty, taken])
  await sendDue(office, { sms }, { lanes: 1 })
  await sendDue(after(86_400), { sms })

  expect(sms.got).toHaveLength(1)
  for (const { look } of all) expect(await look()).toMatchObject({ state: 'waiting' })
  const admin = await hiredAs(office, 'office_admin')
  expect(await listAccounts(admin)).toEqual([
    expect.objectContaining({
      ...{ state: 'needs_renewal', trouble: 'no_balance', waiting: 3 },
      keptBy: 'Chị Hoa, 0912 345 678',
    }),
  ])
  const [entry] = await listEntries(office, { subjectId: accountId })
  expect(entry).toMatchObject({ action: 'deliveries.account_in_trouble' })

  await resumeAccount(admin, { accountId })
  await sendDue(after(86_460), { sms })
  for (const { look } of all) expect(await look()).toMatchObject({ state: 'accepted' })
})

test('the second provider takes over at once where the first fails, and while it is in trouble', async () => {
  await connected(office, 'sms', { provider: 'first', name: 'Nhà thứ nhất' })
  await connected(office, 'sms', { provider: 'second', name: 'Nhà thứ hai', rank: 2 })
  const failed = await asked(office, 'sms')
  const first = playChannel('sms', [later, { outcome: 'account', why: 'key_wrong' }])
  const second = playChannel('sms')
  await sendDue(office, { first, second })
  expect(await failed.look()).toMatchObject({ state: 'accepted', accountName: 'Nhà thứ hai' })

  const next = [await asked(office, 'sms'), await asked(office, 'sms')]
  await sendDue(office, { first, second }, { lanes: 1 })
  expect([first.got.length, second.got.length]).toEqual([2, 3])
  for (const { look } of next) expect(await look()).toMatchObject({ accountName: 'Nhà thứ hai' })
})

test('what may have arrived is asked again of the same service only, which knows our id', async () => {
  await connected(office, 'sms', { provider: 'first' })
  await connected(office, 'sms', { provider: 'second', rank: 2 })
  const { look } = await asked(office, 'sms')
  const first = playChannel('sms', [unsure, later, taken], { repeats: true })
  const second = playChannel('sms')
  await sendDue(office, { first, second })
  expect(await look()).toMatchObject({ state: 'waiting', mayHaveArrived: true })
  await sendDue(after(60), { first, second })
  await sendDue(after(660), { first, second })

  expect(await look()).toMatchObject({ state: 'accepted', attempts: 3 })
  expect(second.got).toEqual([])
})

test('what may have arrived at a service that does not know our id waits for a person', async () => {
  await connected(office, 'facebook')
  const { look } = await asked(office, 'facebook')
  const facebook = playChannel('facebook', [unsure])
  await sendDue(office, { facebook })
  await sendDue(after(86_400), { facebook })

  expect(facebook.got).toHaveLength(1)
  expect(await look()).toMatchObject({
    state: 'held',
    why: 'may_have_arrived',
    mayHaveArrived: true,
  })
})

test('a service is not asked again once it has forgotten our ids', async () => {
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  const email = playChannel('email', [unsure], { repeats: true, repeatsForHours: 20 })
  await sendDue(office, { email })
  await sendDue(after(19 * 3600), { email })
  await sendDue(after(21 * 3600), { email })

  expect(email.got).toHaveLength(2)
  expect(await look()).toMatchObject({ state: 'held', why: 'may_have_arrived' })
})

test('a driver with a fault is taken as one that may have sent it', async () => {
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  const fault = () => Promise.reject(new Error('fault'))
  await sendDue(office, { email: playChannel('email', [fault]) })

  expect(await look()).toMatchObject({ state: 'held', why: 'may_have_arrived' })
})

test.each([
  ['facebook', false, 'held'],
  ['sms', true, 'waiting'],
] as const)(
  'a message whose worker died over %s (knows our id: %s) is %s',
  async (channel, repeats, state) => {
    await connected(office, channel)
    const { messageId, look } = await asked(office, channel)
    await abandon(messageId)
    const played = playChannel(channel, [], { repeats })
    await sendDue(after(119), { [channel]: played })
    expect(await look()).toMatchObject({ state: 'sending' })

    await sendDue(after(121), { [channel]: played }, { lanes: 0 })
    expect(await look()).toMatchObject({ state, why: 'may_have_arrived' })
    await sendDue(after(122), { [channel]: played })
    expect(played.got).toHaveLength(repeats ? 1 : 0)
  },
)

test('a good answer that comes after its worker was taken for dead still counts', async () => {
  await connected(office, 'facebook')
  const { look } = await asked(office, 'facebook')
  const slow = Promise.withResolvers<Sent>()
  const begun = Promise.withResolvers<void>()
  const answer = () => (begun.resolve(), slow.promise)
  const sending = sendDue(office, { facebook: playChannel('facebook', [answer]) }, { lanes: 1 })
  await begun.promise
  await sendDue(after(121), { facebook: playChannel('facebook') })
  expect(await look()).toMatchObject({ state: 'held' })
  slow.resolve({ outcome: 'accepted', ref: 'bài-1', delivered: true })
  await sending

  expect(await look()).toMatchObject({ state: 'delivered', ref: 'bài-1', why: null })
})

test('a channel that is down for a day loses nothing, sends nothing twice, and is not hammered', async () => {
  await connected(office, 'sms')
  const recipients = Array.from({ length: 60 }, (_, i) => ({ phone: `8491${1_000_000 + i}` }))
  const about = { kind: 'test.bulletin', id: randomUUID() }
  const said = { channel: 'sms', content: { text: 'x' }, recipients, about } as const
  await enqueueBroadcast(office, { ...said, clientKey: randomUUID() })
  const down = playChannel('sms', [{ outcome: 'later', why: 'unreachable' }])
  for (let minute = 0; minute < 12 * 60; minute += 10)
    await sendDue(after(minute * 60), { sms: down })
  expect(down.got.length).toBeLessThan(12 * 6 * 10)

  const up = playChannel('sms')
  for (let minute = 0; minute <= 120; minute += 10)
    await sendDue(after(24 * 3600 + minute * 60), { sms: up })
  expect(up.got).toHaveLength(60)
  expect(new Set(up.got.map((it) => it.id)).size).toBe(60)
})

test('a channel that asks to be left alone is left alone', async () => {
  await connected(office, 'facebook')
  await asked(office, 'facebook')
  const facebook = playChannel('facebook', [
    { outcome: 'later', why: 'too_fast', waitSeconds: 900 },
    taken,
  ])
  await sendDue(office, { facebook })
  const next = await asked(office, 'facebook')
  await sendDue(after(800), { facebook })
  expect(facebook.got).toHaveLength(1)

  await sendDue(after(901), { facebook })
  expect(await next.look()).toMatchObject({ state: 'accepted' })
})

test('in quiet hours only what is urgent goes out', async () => {
  const night = { ...office, now: new Date('2026-11-20T15:00:00Z') }
  for (const channel of ['sms', 'email'] as const) await connected(office, channel)
  const usual = await asked(night, 'sms')
  const urgent = await asked(night, 'sms', { priority: 'urgent' })
  const mail = await asked(night, 'email')
  await sendDue(night, {})
  expect(await usual.look()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await urgent.look()).toMatchObject({ state: 'accepted' })
  expect(await mail.look()).toMatchObject({ state: 'accepted' })

  await sendDue({ ...night, now: new Date('2026-11-21T00:00:00Z') }, {})
  expect(await usual.look()).toMatchObject({ state: 'accepted' })
})

test('no more than the day’s cap begin their way, however many workers; the rest goes on the next day', async () => {
  const admin = await hiredAs(office, 'office_admin')
  await connected(office, 'sms')
  const rule = { channel: 'sms', dailyCap: 7, quietFrom: null, quietTo: null } as const
  await changeChannelRule(admin, rule)
  for (let i = 0; i < 10; i++) await asked(office, 'sms')
  const sms = playChannel('sms', [later, taken])
  await Promise.all(Array.from({ length: 20 }, () => sendDue(office, { sms }, { lanes: 1 })))
  expect(sms.got).toHaveLength(7)

  // Trying again is no new message.
  await sendDue(after(61), { sms })
  expect(sms.got).toHaveLength(8)
  await sendDue(after(86_400), { sms })
  expect(sms.got).toHaveLength(11)
})

test('a paused account sends nothing until it is resumed', async () => {
  const admin = await hiredAs(office, 'office_admin')
  const accountId = await connected(office, 'email')
  const { look } = await asked(office, 'email')
  await pauseAccount(admin, { accountId })
  await sendDue(office, {})
  expect(await look()).toMatchObject({ state: 'waiting', attempts: 0 })

  await resumeAccount(admin, { accountId })
  await sendDue(office, {})
  expect(await look()).toMatchObject({ state: 'accepted' })
})

test('progress is told to whoever watches', async () => {
  await connected(office, 'email')
  const { subject } = await asked(office, 'email')
  const told = Promise.withResolvers<void>()
  const stop = house.database.live.subscribe(
    'deliveries',
    `${subject.kind}:${subject.id}`,
    told.resolve,
  )
  await sendDue(office, {})
  await told.promise
  stop()
})

test('a worker that is told to stop settles what is on its way, and takes nothing new', async () => {
  await connected(office, 'email')
  const [one, two] = [await asked(office, 'email'), await asked(office, 'email')]
  const stop = new AbortController()
  const answer = () => {
    stop.abort()
    return taken
  }
  const { database, sealer, now } = office
  const drivers = { email: playChannel('email', [answer]) }
  const world = { database, sealer, now: () => now, drivers, pace: { lanes: 1 } }
  expect(await deliverDue(world, { signal: stop.signal })).toEqual({ sent: 1 })

  const states = [(await one.look()).state, (await two.look()).state]
  expect(states.toSorted()).toEqual(['accepted', 'waiting'])
})

/** As a worker leaves it that was killed after it had taken the message. */
async function abandon(messageId: string): Promise<void> {
  await office.owner.query(
    `with it as (
       update deliveries.message m
          set state = 'sending', attempts = 1, first_tried_at = $2::timestamptz,
              leased_until = $2::timestamptz + interval '120 seconds', account_id = a.id
         from deliveries.account a
        where a.office_id = m.office_id and a.channel = m.channel and m.id = $1
       returning m.office_id, m.id, m.account_id)
     insert into deliveries.attempt (office_id, message_id, number, account_id, begun_at)
     select office_id, id, 1, account_id, $2::timestamptz from it`,
    [messageId, office.now],
  )
}

test('a channel that takes long to answer keeps no other office waiting', async () => {
  const neighbour = await otherOffice(house)
  await connected(office, 'sms', { provider: 'slow' })
  await connected(neighbour, 'sms', { provider: 'quick' })
  for (let i = 0; i < 5; i++) await Promise.all([asked(office, 'sms'), asked(neighbour, 'sms')])
  const answer = Promise.withResolvers<void>()
  const slow = playChannel('sms', [() => answer.promise.then(() => taken)])
  const quick = playChannel('sms')

  const done = sendDue(office, { slow, quick }, { lanes: 2, slow: 0.02 })
  await vi.waitFor(() => expect(quick.got).toHaveLength(5), { timeout: 5000 })
  expect(slow.got).toHaveLength(2)
  answer.resolve()
  await done
  expect(slow.got).toHaveLength(5)
})

test('a driver that never comes back is not waited for, and nobody says that it did not arrive', async () => {
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  const email = playChannel('email', [() => new Promise<never>(() => undefined)])
  await sendDue(office, { email }, { timeout: 0.05 })
  expect(await look()).toMatchObject({ state: 'held', why: 'may_have_arrived' })
})

test('a channel that asked to be left alone is left alone, whatever was under way then', async () => {
  await connected(office, 'sms')
  await Promise.all([asked(office, 'sms'), asked(office, 'sms')])
  const refused = Promise.withResolvers<void>()
  const sms = playChannel('sms', [
    () => refused.promise.then(() => taken),
    () => ({ outcome: 'later', why: 'too_fast', waitSeconds: 3600 }),
  ])
  const done = sendDue(office, { sms }, { lanes: 2 })
  const admin = await hiredAs(office, 'office_admin')
  const rest = async () => (await listAccounts(admin))[0]?.restingUntil
  await vi.waitFor(async () => expect(await rest()).toEqual(after(3600).now))
  refused.resolve()
  await done
  expect(await rest()).toEqual(after(3600).now)
})

test('full mailboxes, one after the other, do not let the account rest', async () => {
  await connected(office, 'email')
  for (let i = 0; i < 6; i++) await asked(office, 'email')
  const email = playChannel('email', [{ outcome: 'later', why: 'recipient_unreachable' }])
  await sendDue(office, { email }, { lanes: 1 })
  expect(email.got).toHaveLength(6)
})

test('who has a message sent at once that may have arrived does not send it over another provider', async () => {
  await connected(office, 'sms', { provider: 'first' })
  const { messageId, look } = await asked(office, 'sms')
  const first = playChannel('sms', [unsure, unsure, taken], { repeats: true })
  const second = playChannel('sms')
  await sendDue(office, { first })
  await connected(office, 'sms', { provider: 'second', rank: 2 })
  await retryMessage(await hiredAs(office, 'officer'), { messageId })
  await sendDue(office, { first, second })
  await retryMessage(await hiredAs(office, 'officer'), { messageId })
  await sendDue(office, { first, second })

  expect(second.got).toEqual([])
  expect(await look()).toMatchObject({ state: 'accepted', attempts: 3 })
})
