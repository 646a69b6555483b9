import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import type { Sent } from '#src/outside/messages/driver.ts'
import { asked, connected, playChannel, sendDue } from '#test/deliveries.ts'
import { asOfficer, hiredAs, otherOffice, useOffice, type TestOffice } from '#test/office.ts'
import {
  changeChannelRule,
  confirmMessage,
  connectAccount,
  disconnectAccount,
  findCredentials,
  forgetOldDeliveries,
  giveUpMessage,
  listAccounts,
  listStuck,
  pauseAccount,
  readAccountHealth,
  readChannelRules,
  readProgress,
  resumeAccount,
  retryHeld,
  retryMessage,
  takeDeliveryReport,
  takeWebhookEvent,
  withdraw,
} from './index.ts'

const house = useOffice()
let office: TestOffice
let admin: Ctx
let officer: Ctx

beforeEach(async () => {
  office = await otherOffice(house)
  admin = await hiredAs(office, 'office_admin')
  officer = await hiredAs(office, 'officer')
})

const unsure: Sent = { outcome: 'unsure', why: 'slow' }
const refusedBy = (code: string) => ({ code })

/** A message that may have arrived and waits for a person. */
async function heldPost() {
  await connected(office, 'facebook')
  const it = await asked(office, 'facebook')
  await sendDue(office, { facebook: playChannel('facebook', [unsure]) })
  return it
}

test('who may not, may not', async () => {
  const stranger = asOfficer(office, [])
  const accountId = await connected(office, 'sms')
  const { messageId } = await asked(office, 'sms')
  const tried = [
    () => listAccounts(stranger),
    () => pauseAccount(stranger, { accountId }),
    () => resumeAccount(stranger, { accountId }),
    () => disconnectAccount(stranger, { accountId }),
    () =>
      changeChannelRule(stranger, {
        ...{ channel: 'sms', dailyCap: 1, quietFrom: null, quietTo: null },
      }),
    () => connectAccount(stranger, form),
    () => listStuck(stranger),
    () => retryMessage(stranger, { messageId }),
    () => retryHeld(stranger, { channel: 'sms' }),
    () => giveUpMessage(stranger, { messageId, reason: 'x' }),
    () => confirmMessage(stranger, { messageId }),
  ]
  for (const attempt of tried)
    await expect(attempt()).rejects.toMatchObject(refusedBy('identity.not_allowed'))
})

const form = {
  ...({ channel: 'sms', provider: 'esms', name: 'SMS', keptBy: 'Anh Tú', settings: {} } as const),
  secrets: { key: 'k' },
}

test.each([
  [{ name: ' ' }, 'deliveries.name_missing', 'name'],
  [{ keptBy: '' }, 'deliveries.keeper_missing', 'keptBy'],
  [{ costPerPart: -1 }, 'deliveries.cost_impossible', 'costPerPart'],
  [{ tokensOf: randomUUID() }, 'deliveries.tokens_missing', undefined],
])('an account with %o is refused', async (wrong, code, field) => {
  await expect(connectAccount(admin, { ...form, ...wrong })).rejects.toMatchObject({ code, field })
})

test('an account without its key is refused at first, and keeps the key at a renewal', async () => {
  const { secrets, ...keyless } = form
  await expect(connectAccount(admin, keyless)).rejects.toMatchObject(
    refusedBy('deliveries.secrets_missing'),
  )
  await connectAccount(admin, { ...keyless, secrets })
  await connectAccount(admin, { ...keyless, name: 'SMS của xã' })

  expect(await findCredentials(office, { channel: 'sms' })).toMatchObject({ secrets })
  expect(await findCredentials(office, { channel: 'sms', rank: 2 })).toBeNull()
  const [account, ...others] = await listAccounts(admin)
  expect(others).toEqual([])
  expect(account).toMatchObject({ name: 'SMS của xã', state: 'connected' })
  expect(JSON.stringify(account)).not.toContain('secrets')
})

test('of twenty administrators who connect at the same moment one connects, the others renew or are told', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => connectAccount(admin, form)),
  )
  for (const it of all)
    if (it.status === 'rejected')
      expect(it.reason).toMatchObject(refusedBy('deliveries.changed_meanwhile'))
  expect(await listAccounts(admin)).toHaveLength(1)
})

test('an office that leaves a channel keeps no key of it, and decides on what waited', async () => {
  const accountId = await connected(office, 'sms')
  const { messageId, look } = await asked(office, 'sms')
  await disconnectAccount(admin, { accountId })

  expect(await look()).toMatchObject({ state: 'held', why: 'account_gone' })
  expect(await findCredentials(office, { channel: 'sms' })).toBeNull()
  const { rows } = await office.owner.query(
    'select length(secrets_sealed) as n from deliveries.account where id = $1',
    [accountId],
  )
  expect(rows).toEqual([{ n: 0 }])
  await expect(retryMessage(officer, { messageId })).rejects.toMatchObject(
    refusedBy('deliveries.channel_not_connected'),
  )
  await expect(pauseAccount(admin, { accountId })).rejects.toMatchObject(
    refusedBy('deliveries.account_not_found'),
  )

  await connected(office, 'sms')
  expect(await retryHeld(officer, { channel: 'sms' })).toEqual({ retried: 1 })
  await sendDue(office, {})
  expect(await look()).toMatchObject({ state: 'accepted' })
})

test('a way in that ends soon is told of before it does', async () => {
  await connected(office, 'facebook', { expiresAt: new Date('2026-11-28T00:00:00Z') })
  await connected(office, 'sms', { expiresAt: new Date('2027-11-28T00:00:00Z') })

  const keptBy = 'Chị Hoa, 0912 345 678'
  expect(await readAccountHealth(officer)).toMatchObject([
    { channel: 'facebook', trouble: 'expires_soon', stillWorks: true, keptBy },
  ])
})

test('a channel that has not answered for an hour is told of, until it answers', async () => {
  await connected(office, 'sms')
  const it = await asked(office, 'sms')
  const down: Sent = { outcome: 'later', why: 'unreachable' }
  const after = (minutes: number) => new Date(office.now.getTime() + minutes * 60_000)
  const tell = async (minutes: number) => readAccountHealth({ ...officer, now: after(minutes) })
  for (const minutes of [0, 5, 20, 40, 59]) {
    await sendDue({ ...office, now: after(minutes) }, { sms: playChannel('sms', [down]) })
    expect(await tell(minutes)).toEqual([])
  }

  const keptBy = 'Chị Hoa, 0912 345 678'
  expect(await tell(61)).toMatchObject([
    { trouble: 'not_answering', stillWorks: false, keptBy, waiting: 1, since: office.now },
  ])

  await sendDue({ ...office, now: after(180) }, {})
  expect(await it.look()).toMatchObject({ state: 'accepted' })
  expect(await tell(181)).toEqual([])
})

test('a post that a page refuses is stuck until somebody sees to it; an SMS to a wrong number is not', async () => {
  const never: Sent = { outcome: 'never', why: 'content_refused' }
  await connected(office, 'facebook')
  await connected(office, 'sms')
  const post = await asked(office, 'facebook')
  await asked(office, 'sms')

  await sendDue(office, {
    facebook: playChannel('facebook', [never]),
    sms: playChannel('sms', [{ outcome: 'never', why: 'recipient_wrong' }]),
  })

  const { total, messages } = await listStuck(officer)
  expect([total, messages[0]?.id]).toEqual([1, post.messageId])
  await giveUpMessage(officer, { messageId: post.messageId, reason: 'Đã đăng bằng tay' })
  expect(await listStuck(officer)).toMatchObject({ total: 0 })
})

test('why something waits that nobody has tried is said: the cap, the quiet hours, a pause, its own time', async () => {
  const accountId = await connected(office, 'sms')
  const subject = { kind: 'test.bulletin', id: randomUUID() }
  const usual = { channel: 'sms', quietFrom: '21:00', quietTo: '07:00' } as const
  const reasons = async (now = office.now) =>
    (await readProgress({ ...office, now }, { subject })).reasons.map((it) => [it.why, it.count])
  await changeChannelRule(admin, { ...usual, dailyCap: 1 })
  for (const _ of [1, 2, 3]) await asked(office, 'sms', { subject })
  const notBefore = new Date(office.now.getTime() + 3_600_000)
  await asked(office, 'sms', { subject, notBefore })
  expect(await reasons()).toEqual([['not_yet_time', 1]])

  await sendDue(office, {})
  expect(await reasons()).toEqual([
    ['cap_reached', 2],
    ['not_yet_time', 1],
  ])
  expect(await reasons(new Date('2026-11-20T15:00:00Z'))).toEqual([['quiet_hours', 3]])
  await pauseAccount(admin, { accountId })
  expect((await reasons())[0]).toEqual(['channel_paused', 2])
})

test('caps and quiet hours are as usual until the office says otherwise', async () => {
  const usual = await readChannelRules(office)
  expect(usual.sms).toEqual({ dailyCap: null, quietFrom: '21:00', quietTo: '07:00' })
  expect(usual.email).toEqual({ dailyCap: null, quietFrom: null, quietTo: null })

  const rule = { channel: 'sms', dailyCap: 200, quietFrom: '22:00', quietTo: '06:30' } as const
  await changeChannelRule(admin, rule)
  expect((await readChannelRules(office)).sms).toEqual({
    ...{ dailyCap: 200, quietFrom: '22:00', quietTo: '06:30' },
  })
  for (const [wrong, code] of [
    [{ dailyCap: -1 }, 'deliveries.cap_impossible'],
    [{ dailyCap: 1.5 }, 'deliveries.cap_impossible'],
    [{ quietFrom: null }, 'deliveries.quiet_half'],
    [{ quietTo: '25:00' }, 'deliveries.time_malformed'],
  ] as const)
    await expect(changeChannelRule(admin, { ...rule, ...wrong })).rejects.toMatchObject({ code })
})

test('of what may have arrived a person says that it did, has it sent again, or gives it up', async () => {
  const [seen, again, over] = [await heldPost(), await heldPost(), await heldPost()]
  expect(await listStuck(officer)).toMatchObject({ total: 3, accounts: [] })

  await confirmMessage(officer, { messageId: seen.messageId, ref: ' trang_1 ' })
  await retryMessage(officer, { messageId: again.messageId })
  await giveUpMessage(officer, { messageId: over.messageId, reason: 'Đã gọi điện' })
  await sendDue(office, {})
  expect(await seen.look()).toMatchObject({ state: 'delivered', ref: 'trang_1' })
  expect(await again.look()).toMatchObject({ state: 'accepted', attempts: 2 })
  expect(await over.look()).toMatchObject({ state: 'failed', why: 'given_up' })
  expect(await listStuck(officer)).toMatchObject({ total: 0 })
})

test('what may have arrived is neither withdrawn nor sent again with all the others', async () => {
  const { subject, look } = await heldPost()
  expect(await withdraw(office, { subject })).toEqual({ withdrawn: 0, tooLate: 1 })
  expect(await retryHeld(officer, { channel: 'facebook' })).toEqual({ retried: 0 })
  expect(await look()).toMatchObject({ state: 'held' })
})

test('what has gone out, was withdrawn, erased or is too late is not sent again', async () => {
  await connected(office, 'email')
  const gone = await asked(office, 'email')
  await sendDue(office, {})
  const taken = refusedBy('deliveries.has_gone_out')
  const { messageId } = gone
  await expect(retryMessage(officer, { messageId })).rejects.toMatchObject(taken)
  await expect(giveUpMessage(officer, { messageId, reason: 'x' })).rejects.toMatchObject(taken)
  await expect(confirmMessage(officer, { messageId })).rejects.toMatchObject(
    refusedBy('deliveries.is_not_held'),
  )
  for (const [reason, code] of [
    [' ', 'deliveries.reason_missing'],
    ['x'.repeat(301), 'deliveries.reason_too_long'],
  ] as const)
    await expect(giveUpMessage(officer, { messageId, reason })).rejects.toMatchObject({ code })

  const withdrawn = await asked(office, 'email')
  await withdraw(office, { subject: withdrawn.subject })
  const late = await asked(office, 'email', { usefulUntil: new Date('2026-11-20T01:00:00Z') })
  const failed = await asked(office, 'email')
  const never: Sent = { outcome: 'never', why: 'recipient_wrong' }
  await sendDue({ ...office, now: new Date('2026-11-20T00:59:00Z') }, {})
  await sendDue(office, { email: playChannel('email', [never]) })
  await forgetOldDeliveries(office, { before: new Date('2026-11-21T00:00:00Z') })
  expect((await failed.look()).maskedTo).toBeNull()
  for (const [it, code] of [
    [withdrawn, 'deliveries.is_withdrawn'],
    [late, 'deliveries.is_withdrawn'],
    [failed, 'deliveries.is_erased'],
  ] as const)
    await expect(retryMessage(officer, it)).rejects.toMatchObject({ code })
  await expect(retryMessage(officer, { messageId: randomUUID() })).rejects.toMatchObject(
    refusedBy('deliveries.message_not_found'),
  )
})

test('what is on its way is left alone, and what is past its use is not taken up again', async () => {
  const { messageId } = await heldPost()
  const set = (what: string) =>
    office.owner.query(`update deliveries.message set ${what} where id = $1`, [messageId])
  await set(`useful_until = '2026-11-20T01:00:00Z'`)
  await expect(retryMessage(officer, { messageId })).rejects.toMatchObject(
    refusedBy('deliveries.is_too_late'),
  )
  await set(`state = 'sending', leased_until = now()`)
  const busy = refusedBy('deliveries.is_being_sent')
  await expect(retryMessage(officer, { messageId })).rejects.toMatchObject(busy)
  await expect(giveUpMessage(officer, { messageId, reason: 'x' })).rejects.toMatchObject(busy)
})

test('a report says that a message arrived or did not; it may be repeated and come before our own note', async () => {
  await connected(office, 'sms')
  const [one, two] = [await asked(office, 'sms'), await asked(office, 'sms')]
  const { now: at } = office
  const said = { channel: 'sms', at } as const
  const early = async (message: { id: string }): Promise<Sent> => {
    const ref = `ref-${message.id}`
    await takeDeliveryReport(office, { ...said, ref, arrived: message.id === one.messageId })
    return { outcome: 'accepted', ref }
  }
  await sendDue(office, { sms: playChannel('sms', [early]) })
  expect(await one.look()).toMatchObject({ state: 'delivered', why: null })
  expect(await two.look()).toMatchObject({ state: 'failed', why: 'not_delivered' })

  const three = await asked(office, 'sms')
  await sendDue(office, {})
  const { messageId } = three
  for (const arrived of [true, true, false])
    await takeDeliveryReport(office, { ...said, messageId, arrived })
  expect(await three.look()).toMatchObject({ state: 'delivered' })
  await takeDeliveryReport(office, { ...said, messageId: randomUUID(), arrived: true })
  // Whoever writes to our address may write anything.
  await takeDeliveryReport(office, { ...said, messageId: "1' or '1'='1", ref: 'x', arrived: true })
})

test('an event that a channel repeats is taken once, also twenty times at once', async () => {
  const event = { channel: 'zalo', eventId: randomUUID() } as const
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeWebhookEvent(office, event)))
  expect(taken.filter(Boolean)).toHaveLength(1)
  expect(await takeWebhookEvent(await otherOffice(office), event)).toBe(true)
})

test('after a backup was put back nothing goes out by itself, and no old token is used', async () => {
  const pair = { access: 'a', refresh: 'r', expiresAt: office.now }
  await connected(office, 'zalo', { tokens: pair })
  await connected(office, 'email')
  const { look } = await asked(office, 'email')
  await office.owner.query('select deliveries.hold_after_restore()')
  const email = playChannel('email')
  await sendDue(office, { email })

  expect(email.got).toEqual([])
  expect(await look()).toMatchObject({ state: 'held', why: 'restored' })
  expect(await retryHeld(officer, { channel: 'email' })).toEqual({ retried: 0 })
  expect(await readAccountHealth(officer)).toMatchObject([
    { channel: 'zalo', trouble: 'restored', stillWorks: false },
  ])
})

test('who sends the account to another server is asked for its secrets again', async () => {
  const settings = { host: 'mail.example.vn', port: '587', security: 'starttls', from: 'a@b.vn' }
  await connected(office, 'email', { settings })
  const renew = (changed: Record<string, string>, provider = 'email') =>
    connectAccount(admin, {
      ...{ channel: 'email', provider, name: 'Thư', keptBy: 'Chị Hoa' },
      settings: { ...settings, ...changed },
    })
  const refused = refusedBy('deliveries.secrets_missing')
  await expect(renew({ host: 'mail.other.vn' })).rejects.toMatchObject(refused)
  await expect(renew({ security: 'none' })).rejects.toMatchObject(refused)
  await expect(renew({}, 'other')).rejects.toMatchObject(refused)
  await renew({ from: 'c@b.vn' })
  expect(await findCredentials(office, { channel: 'email' })).toMatchObject({
    ...{ settings: { from: 'c@b.vn' }, secrets: { key: 'bí mật' } },
  })
})

test('how many went out on days long past is not kept', async () => {
  await connected(office, 'sms')
  await changeChannelRule(admin, {
    ...{ channel: 'sms', dailyCap: 5, quietFrom: null, quietTo: null },
  })
  await asked(office, 'sms')
  await sendDue(office, {})
  const count = async () =>
    (await office.db.selectFrom('deliveries.day_count').selectAll().execute()).length
  await forgetOldDeliveries(office, { before: office.now })
  expect(await count()).toBe(1)
  const later = { ...office, now: new Date(office.now.getTime() + 32 * 86_400_000) }
  await forgetOldDeliveries(later, { before: office.now })
  expect(await count()).toBe(0)
})
