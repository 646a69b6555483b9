import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#src/base/ctx.ts'
import { listEntries } from '#src/modules/audit/index.ts'
import { asked, connected, playChannel, sendDue } from '#test/deliveries.ts'
import { at, otherOffice, useOffice } from '#test/office.ts'
import {
  enqueue,
  enqueueBroadcast,
  listFollowers,
  listMessages,
  listOpenChannels,
  noteFollower,
  quoteCost,
  readOutcomes,
  readProgress,
  withdraw,
  type Recipient,
} from './index.ts'

const office = useOffice()

beforeAll(async () => {
  await connected(office, 'sms', { costPerPart: 450 })
  await connected(office, 'email')
  await connected(office, 'zalo')
})

const about = () => ({ kind: 'test.bulletin', id: randomUUID() })
const phones = (count: number): Recipient[] =>
  Array.from({ length: count }, (_, i) => ({ phone: `849${String(10_000_000 + i)}` }))

test('a message that is asked for twenty times at once is one message', async () => {
  const subject = about()
  const clientKey = randomUUID()
  const ids = await Promise.all(
    Array.from({ length: 20 }, () => asked(office, 'sms', { clientKey, subject })),
  )

  expect(new Set(ids.map((it) => it.messageId)).size).toBe(1)
  expect(await listMessages(office, { subject })).toHaveLength(1)
})

test('a deed that is undone has asked for nothing', async () => {
  const subject = about()
  const deed = inTransaction(office, async (ctx) => {
    await asked(ctx, 'sms', { subject })
    throw new Error('undone')
  })

  await expect(deed).rejects.toThrow('undone')
  expect(await listMessages(office, { subject })).toEqual([])
})

test('what goes to one person shows four digits on screens, and nothing of it lies open in the database', async () => {
  const { messageId, look } = await asked(office, 'sms', {
    to: { phone: '0912 344 821' },
    content: { text: 'Bác Tư ơi, hồ sơ xong rồi.' },
  })

  expect((await look()).maskedTo).toBe('•••••• 4821')
  const { rows } = await office.owner.query(
    `select m::text as written from deliveries.message m where id = $1`,
    [messageId],
  )
  expect(rows[0].written).not.toMatch(/4821|Bác Tư/)
  expect(rows[0].written).not.toContain(Buffer.from('912344821').toString('hex'))
})

test.each([
  ['facebook', {}, 'deliveries.channel_not_connected'],
  ['sms', { email: 'a@b.vn' }, 'deliveries.recipient_unfit'],
  ['sms', { phone: '02438251234' }, 'deliveries.recipient_unfit'],
  ['sms', { phone: '12' }, 'places.phone_wrong'],
  ['zalo', { phone: '84912345678' }, 'deliveries.recipient_unfit'],
  ['email', { phone: '84912345678' }, 'deliveries.recipient_unfit'],
] as const)('%s to %o is refused', async (channel, to, code) => {
  const tried = enqueue(office, {
    ...{ clientKey: randomUUID(), channel, to, content: { text: 'x' }, purpose: 'notice' },
  })
  await expect(tried).rejects.toMatchObject({ code })
})

test('the office knows which channels it is connected to', async () => {
  expect(await listOpenChannels(office)).toEqual(['zalo', 'sms', 'email'])
})

test('whom a broadcast goes to is settled when it is asked for, and nobody gets it twice', async () => {
  const subject = about()
  const clientKey = randomUUID()
  const said = {
    ...({ clientKey, channel: 'sms' } as const),
    content: { text: 'Mai có buổi tại thôn.' },
    recipients: [...phones(3000), { phone: '0910000000' }, { phone: '+84 910 000 001' }],
    about: subject,
  }
  const first = await enqueueBroadcast(office, said)
  const again = await enqueueBroadcast(office, { ...said, recipients: phones(5) })

  expect(first).toMatchObject({ recipients: 3000, duplicates: 2 })
  expect(again).toEqual(first)
  const progress = await readProgress(office, { broadcastId: first.broadcastId })
  expect(progress).toMatchObject({ total: 3000, waiting: 3000, done: false })
  expect(await readProgress(office, { subject })).toEqual(progress)
  const [entry] = await listEntries(office, { subjectId: first.broadcastId })
  expect(entry).toMatchObject({
    action: 'deliveries.broadcast_asked',
    detail: { recipients: 3000, duplicates: 2 },
  })
  expect(await withdraw(office, { subject })).toEqual({ withdrawn: 3000, tooLate: 0 })
})

test('what is no longer needed stays here; what has gone out is counted as too late', async () => {
  const subject = about()
  await asked(office, 'email', { subject })
  await sendDue(office, { email: playChannel('email') })
  await asked(office, 'email', { subject, notBefore: new Date('2026-11-21T01:30:00Z') })

  expect(await withdraw(office, { subject })).toEqual({ withdrawn: 1, tooLate: 1 })
  expect(await readProgress(office, { subject })).toMatchObject({
    ...{ total: 2, accepted: 1, withdrawn: 1, done: true },
    reasons: [{ channel: 'email', why: 'withdrawn', count: 1 }],
  })
})

test('a message waits for its time', async () => {
  const { look } = await asked(office, 'email', { notBefore: new Date('2026-11-20T02:00:00Z') })
  const email = playChannel('email')
  await sendDue(office, { email })
  expect(await look()).toMatchObject({ state: 'waiting', attempts: 0 })

  await sendDue({ ...office, now: new Date('2026-11-20T02:00:01Z') }, { email })
  expect(await look()).toMatchObject({ state: 'accepted', attempts: 1 })
})

test('what is past its use is not sent any more', async () => {
  const { look } = await asked(office, 'email', { usefulUntil: office.now })
  const email = playChannel('email')
  await sendDue(office, { email })

  expect(email.got).toEqual([])
  expect(await look()).toMatchObject({ state: 'withdrawn', why: 'too_late' })
})

test('urgent goes first, what may wait last', async () => {
  const sequence = ['low', 'usual', 'urgent', 'usual'] as const
  const all: { messageId: string }[] = []
  for (const priority of sequence) all.push(await asked(office, 'email', { priority }))
  const email = playChannel('email')
  await sendDue(office, { email }, { lanes: 1 })

  const ids = email.got.map((it) => it.id)
  expect(ids).toEqual([2, 1, 3, 0].map((i) => all[i]!.messageId))
})

test('a cost is known beforehand where the office said what a part costs, and afterwards by what was taken', async () => {
  const quote = { channel: 'sms', parts: 2, recipients: 300 } as const
  expect(await quoteCost(office, quote)).toBe(270_000)
  expect(await quoteCost(office, { ...quote, channel: 'email' })).toBeNull()

  const subject = about()
  await asked(office, 'sms', { subject, parts: 3 })
  await sendDue(office, { sms: playChannel('sms') })
  const progress = await readProgress(office, { subject })
  expect(progress.channels).toEqual([
    expect.objectContaining({ channel: 'sms', accepted: 1, cost: 1350 }),
  ])
})

test('what became of the newest message about each of many subjects is read at once', async () => {
  const kind = `test.${randomUUID()}`
  await asked(office, 'email', { subject: { kind, id: 'một' } })
  await sendDue(office, { email: playChannel('email', [{ outcome: 'never', why: 'too_long' }]) })
  await asked(office, 'email', { subject: { kind, id: 'hai' }, notBefore: new Date('2027-01-01') })

  const outcomes = await readOutcomes(office, { kind, ids: ['một', 'hai', 'ba'] })
  expect([...outcomes.keys()].sort()).toEqual(['hai', 'một'])
  expect(outcomes.get('một')).toMatchObject({ state: 'failed', why: 'too_long' })
  expect(outcomes.get('hai')).toMatchObject({ state: 'waiting', why: null })
})

test('bulletins go to followers who want them, also where they changed their mind after the snapshot', async () => {
  const [stays, leaves, optsOut] = [randomUUID(), randomUUID(), randomUUID()]
  const news = { channel: 'zalo', what: 'followed', at: office.now } as const
  for (const userId of [stays, leaves, optsOut]) await noteFollower(office, { ...news, userId })
  const recipients = await listFollowers(office, { channel: 'zalo' })
  expect(recipients.map((it) => it.zaloUserId)).toEqual(
    expect.arrayContaining([stays, leaves, optsOut]),
  )
  const subject = about()
  const content = { text: 'Thứ Sáu có buổi tại thôn.' }
  const said = { clientKey: randomUUID(), channel: 'zalo', content, about: subject } as const
  await enqueueBroadcast(office, { ...said, recipients })
  const soon = new Date(office.now.getTime() + 1000)
  await noteFollower(office, { ...news, userId: leaves, what: 'unfollowed', at: soon })
  await noteFollower(office, { ...news, userId: optsOut, what: 'opted_out', at: soon })
  // Comes late: they left after it.
  await noteFollower(office, { ...news, userId: leaves })
  const own = await asked(office, 'zalo', { to: { zaloUserId: optsOut } })

  const zalo = playChannel('zalo')
  await sendDue(office, { zalo })
  const to = zalo.got.map((it) => it.to.zaloUserId)
  expect(to).toContain(stays)
  expect(to).not.toContain(leaves)
  expect(await readProgress(office, { subject })).toMatchObject({ withdrawn: 2 })
  expect(await own.look()).toMatchObject({ state: 'accepted' })

  const left = await listFollowers(office, { channel: 'zalo' })
  expect(left).toEqual([{ zaloUserId: stays }])
  const then = new Date(soon.getTime() + 1000)
  await noteFollower(office, { ...news, userId: optsOut, what: 'opted_in', at: then })
  expect(await listFollowers(office, { channel: 'zalo' })).toHaveLength(2)
  // That they wanted none was said before, and comes after.
  await noteFollower(office, { ...news, userId: optsOut, what: 'opted_out', at: soon })
  expect(await listFollowers(office, { channel: 'zalo' })).toHaveLength(2)
})

test('an office reads nothing of the messages of another', async () => {
  const { subject } = await asked(office, 'email')
  const other = await otherOffice(office)

  expect(await listMessages(other, { subject })).toEqual([])
  expect(await readProgress(other, { subject })).toMatchObject({ total: 0 })
  expect(await withdraw(other, { subject })).toEqual({ withdrawn: 0, tooLate: 0 })
  expect(await listMessages(at(office, '2026-11-20T01:30:00Z'), { subject })).toHaveLength(1)
})
