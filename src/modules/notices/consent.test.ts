import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { listMessages, takeDeliveryReport } from '#src/modules/deliveries/index.ts'
import { connected, playChannel, sendDue, type PlayedChannel } from '#test/deliveries.ts'
import { hiredAs, useOffice } from '#test/office.ts'
import {
  askToTell,
  changeTemplate,
  chooseWay,
  dropNeedless,
  findChoice,
  listOnTheirWay,
  listTold,
  listToTell,
  markTold,
  previewTemplate,
  readTemplates,
  sendAgain,
  settleNotices,
  stopMessages,
  type ToTell,
  type Way,
} from './index.ts'

const office = useOffice()
const site = 'https://vuban.example.vn/vu-ban'
let officer: Ctx
let admin: Ctx
let sms: PlayedChannel

beforeAll(async () => {
  officer = await hiredAs(office, 'officer')
  admin = await hiredAs(office, 'office_admin')
  await connected(office, 'sms', { costPerPart: 350 })
  await connected(office, 'email')
})
beforeEach(() => {
  sms = playChannel('sms')
})

const chosen = async (way: Way, email?: string) => {
  const subjectId = randomUUID()
  await chooseWay(officer, { subjectId, way, how: 'at_desk', site, ...(email && { email }) })
  return subjectId
}
const ready = (subjectId: string, more: Partial<ToTell> = {}): ToTell =>
  ({
    ...{ kind: 'ready', subjectId, name: 'Nguyễn Thị Mẫu', phone: '0912344821' },
    params: { code: 'VB-2611-00042', procedure: 'Đăng ký khai sinh' },
    ...more,
  }) as ToTell
const moved = (subjectId: string): ToTell => ({
  ...{ kind: 'day_moved', subjectId, name: 'Nguyễn Thị Mẫu', phone: '0912344821' },
  params: {
    ...{ from: '2026-11-27', date: '2026-11-26', time: '08:30', venue: 'Hội trường xã' },
    ...{ reason: 'Hội trường bận.', token: 'k' },
  },
})
const toRing = async (subjectId: string) =>
  (await listToTell(officer)).items.find((it) => it.subjectId === subjectId)
const onItsWay = async (subjectId: string) =>
  (await listOnTheirWay(officer)).find((it) => it.subjectId === subjectId)
const send = () => sendDue(office, { sms, email: playChannel('email') })

test('at night officers read that a message waits for the morning', async () => {
  const subjectId = await chosen('sms')
  const night = { ...officer, now: new Date('2026-11-20T15:00:00Z') }
  await askToTell(night, ready(subjectId))

  const mine = (await listOnTheirWay(night)).find((it) => it.subjectId === subjectId)
  expect(mine).toMatchObject({ delivery: 'waiting', trouble: 'quiet_hours' })
  const byDay = { ...officer, now: new Date('2026-11-21T01:00:00Z') }
  const later = (await listOnTheirWay(byDay)).find((it) => it.subjectId === subjectId)
  expect(later).toMatchObject({ delivery: 'waiting', trouble: null })
})

test('who chose SMS gets one, however often the deed is repeated, and nobody rings up', async () => {
  const subjectId = await chosen('sms')
  expect(await askToTell(officer, ready(subjectId))).toBe(true)
  expect(await askToTell(officer, ready(subjectId))).toBe(false)
  expect(await toRing(subjectId)).toBeUndefined()
  expect(await onItsWay(subjectId)).toMatchObject({ channel: 'sms', delivery: 'waiting' })
  await send()
  expect(sms.got).toMatchObject([
    {
      to: { phone: '84912344821' },
      content: {
        text: expect.stringMatching(/^[ -~]*ho so VB-2611-00042 da co ket qua/) as string,
      },
    },
  ])
  await settleNotices(officer)
  expect(await onItsWay(subjectId)).toBeUndefined()
  const told = await listTold(officer, { since: new Date(0) })
  expect(told.find((it) => it.subjectId === subjectId)).toMatchObject({ state: 'told' })
})

test('twenty who ask at the same moment, and twenty who look after it, make one message', async () => {
  const subjectId = await chosen('sms')
  const twenty = Array.from({ length: 20 })
  const asked = await Promise.all(twenty.map(() => askToTell(officer, ready(subjectId))))
  expect(asked.filter(Boolean)).toHaveLength(1)
  await send()
  await Promise.all(twenty.map(() => settleNotices(officer)))
  expect(sms.got).toHaveLength(1)
  const told = await listTold(officer, { since: new Date(0) })
  expect(told.filter((it) => it.subjectId === subjectId)).toMatchObject([{ state: 'told' }])
})

test('a deed that failed sends nothing', async () => {
  const subjectId = await chosen('sms')
  const failed = office.database.forOffice(office.officeId).transaction()
  await expect(
    failed.execute(async (db) => {
      await askToTell({ ...officer, db }, ready(subjectId))
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  await send()
  expect(sms.got).toEqual([])
})

test('what did not arrive comes back to whom to ring up, with the reason, and is sent again', async () => {
  const subjectId = await chosen('sms')
  sms = playChannel('sms', [{ outcome: 'never', why: 'recipient_wrong' }])
  await askToTell(officer, ready(subjectId))
  await send()
  await settleNotices(officer)
  const back = await toRing(subjectId)
  expect(back).toMatchObject({ channel: 'sms', why: 'recipient_wrong', state: 'to_tell' })
  await sendAgain(officer, { messageId: back!.id })
  expect(await toRing(subjectId)).toBeUndefined()
  sms = playChannel('sms')
  await send()
  await settleNotices(officer)
  expect(sms.got).toHaveLength(1)
})

test('a message that was taken and did not reach the phone comes back too', async () => {
  const subjectId = await chosen('sms')
  await askToTell(officer, ready(subjectId))
  const { id } = (await onItsWay(subjectId))!
  await send()
  await settleNotices(officer)
  expect(await toRing(subjectId)).toBeUndefined()
  const [message] = await listMessages(officer, { subject: { kind: 'notices.message', id } })
  await takeDeliveryReport(officer, {
    ...{ channel: 'sms', messageId: message!.id, arrived: false, at: office.now },
  })
  await settleNotices(officer)
  expect(await toRing(subjectId)).toMatchObject({ why: 'not_delivered' })
})

test('whom an officer told on the phone gets no second word over a channel', async () => {
  const subjectId = await chosen('sms')
  await askToTell(officer, ready(subjectId))
  await markTold(officer, { messageId: (await onItsWay(subjectId))!.id })
  await send()
  expect(sms.got).toEqual([])
})

test('what something newer made untrue is not sent', async () => {
  const subjectId = await chosen('sms')
  await askToTell(officer, ready(subjectId))
  await dropNeedless(officer, { subjectId, kinds: ['ready'] })
  await send()
  expect(sms.got).toEqual([])
  await settleNotices(officer)
  expect(await toRing(subjectId)).toBeUndefined()
})

test('who chose a call is rung up, and who said nothing is left in peace', async () => {
  const called = await chosen('call')
  await askToTell(officer, ready(called))
  expect(await toRing(called)).toMatchObject({ kind: 'ready', channel: null })
  const silent = randomUUID()
  expect(await askToTell(officer, ready(silent))).toBe(false)
  expect(await askToTell(officer, moved(silent))).toBe(true)
  expect(await toRing(silent)).toMatchObject({ kind: 'day_moved' })
})

test('who wants no messages is still rung up when they would come in vain', async () => {
  const subjectId = await chosen('none')
  expect(await askToTell(officer, ready(subjectId))).toBe(false)
  expect(await askToTell(officer, moved(subjectId))).toBe(true)
  expect(await toRing(subjectId)).toMatchObject({ kind: 'day_moved', channel: null })
})

test('where no channel can bring it an officer rings up', async () => {
  const zalo = await chosen('zalo')
  await askToTell(officer, ready(zalo))
  expect(await toRing(zalo)).toMatchObject({ channel: null })
  const landline = await chosen('sms')
  await askToTell(officer, ready(landline, { phone: '02283820123' }))
  expect(await toRing(landline)).toMatchObject({ channel: null })
  const noPhone = await chosen('sms')
  await askToTell(officer, ready(noPhone, { phone: null }))
  expect(await toRing(noPhone)).toMatchObject({ channel: null })
})

test('that a request was received is told over a channel only; nobody rings up for it', async () => {
  const params = { code: 'VB-2611-00042', procedure: 'Đăng ký khai sinh', due: null }
  const called = await chosen('call')
  expect(await askToTell(officer, ready(called, { kind: 'received', params }))).toBe(false)
  const zalo = await chosen('zalo')
  await askToTell(officer, ready(zalo, { kind: 'received', params }))
  expect(await toRing(zalo)).toBeUndefined()
  const written = await chosen('sms')
  await askToTell(officer, ready(written, { kind: 'received', params }))
  await send()
  // No day was named: the sentence about it is left out.
  expect(sms.got[0]!.content.text).toMatch(/da nhan ho so, ma VB-2611-00042\.$/)
})

test('ZNS gets the approved template and what it names', async () => {
  const tokens = { access: 'a', refresh: 'r', expiresAt: new Date('2027-01-01') }
  const tokensOf = await connected(office, 'zalo', { tokens })
  await connected(office, 'zns', { tokensOf })
  const [usual] = await readTemplates(officer, { kinds: ['need_paper'] })
  await changeTemplate(admin, { ...usual!, znsId: '7895' })
  const subjectId = await chosen('zalo')
  const params = { code: 'VB-2611-00042', procedure: 'Khai sinh', asked: 'Giấy chứng sinh.' }
  await askToTell(officer, ready(subjectId, { kind: 'need_paper', params }))
  const zns = playChannel('zns')
  await sendDue(office, { zns, sms })
  expect(zns.got).toMatchObject([
    {
      to: { phone: '84912344821' },
      content: {
        template: { id: '7895', params: { ma: 'VB-2611-00042', can: 'Giấy chứng sinh' } },
      },
    },
  ])
})

test('an e-mail says how to end it; pressed, nothing more comes about the matter', async () => {
  const subjectId = await chosen('email', 'Ba.Con@example.vn')
  await askToTell(officer, ready(subjectId))
  const email = playChannel('email')
  await sendDue(office, { email, sms })
  const [it] = email.got
  const { token } = (await findChoice(officer, { subjectId }))!
  expect(it!.to).toEqual({ email: 'ba.con@example.vn' })
  expect(it!.content.text).toContain(`${site}/thoi-nhan/${token}`)
  await stopMessages(office, { token })
  await stopMessages(office, { token })
  expect(await findChoice(officer, { subjectId })).toMatchObject({ way: 'none', how: 'by_link' })
  expect(await askToTell(officer, ready(subjectId, { occasion: 'again' }))).toBe(false)
  await expect(stopMessages(office, { token: 'khac' })).rejects.toMatchObject({
    code: 'notices.link_unknown',
  })
})

test('ended everywhere, the same phone is rung up instead, whatever is chosen later', async () => {
  const phone = '0987111222'
  const subjectId = await chosen('sms')
  await askToTell(officer, ready(subjectId, { phone }))
  const { token } = (await findChoice(officer, { subjectId }))!
  await stopMessages(office, { token, everywhere: true })
  await send()
  expect(sms.got).toEqual([])
  const later = await chosen('sms')
  await askToTell(officer, ready(later, { phone }))
  expect(await toRing(later)).toMatchObject({ channel: null })
})

test('each choice stays written: who asked, when and how', async () => {
  const subjectId = await chosen('sms')
  await chooseWay(office, { subjectId, way: 'call', how: 'at_booking', site })
  expect(await findChoice(officer, { subjectId })).toMatchObject({
    ...{ way: 'call', how: 'at_booking', chosenBy: null, chosenAt: office.now },
  })
  const rows = await office.db
    .selectFrom('notices.choice')
    .select(['way', 'chosen_by'])
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute()
  expect(rows.map((it) => it.way)).toEqual(['sms', 'call'])
  expect(rows[0]!.chosen_by).not.toBeNull()
})

test.each([
  ['', 'notices.email_missing'],
  ['ba con', 'notices.email_wrong'],
  ['ba@con', 'notices.email_wrong'],
])('"%s" is no address for e-mail', async (email, code) => {
  const said = { subjectId: randomUUID(), way: 'email' as const, how: 'at_desk' as const, site }
  await expect(chooseWay(officer, { ...said, email })).rejects.toMatchObject({ code })
})

test('the office words a message anew, and sees what it costs', async () => {
  const [usual] = await readTemplates(officer, { kinds: ['ready'] })
  const text = '{don_vi}: {thu_tuc}, mã {ma}, xong rồi.'
  await changeTemplate(admin, { ...usual!, text, plain: false })
  const [changed] = await readTemplates(officer, { kinds: ['ready'] })
  expect(changed).toMatchObject({ version: 1, text, plain: false })
  const preview = await previewTemplate(admin, changed!)
  expect(preview.text).toContain('Đăng ký khai sinh, mã TC-2611-0042, xong rồi.')
  expect(preview.cost).toBe(350 * preview.parts)
  const subjectId = await chosen('sms')
  await askToTell(officer, ready(subjectId))
  await send()
  expect(sms.got[0]!.content.text).toContain('xong rồi')
  await expect(changeTemplate(admin, { ...usual!, text })).rejects.toMatchObject({
    code: 'notices.template_changed',
  })
})

test.each([
  [{ text: ' ' }, 'notices.text_missing'],
  [{ text: 'a'.repeat(501) }, 'notices.text_too_long'],
  [{ text: 'Mời {ten}.' }, 'notices.variable_unknown'],
  [{ znsId: 'abc' }, 'notices.zns_id_wrong'],
])('a text with %j is refused', async (wrong, code) => {
  const [usual] = await readTemplates(officer, { kinds: ['received'] })
  await expect(changeTemplate(admin, { ...usual!, ...wrong })).rejects.toMatchObject({ code })
  await expect(changeTemplate(officer, { ...usual! })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})
