import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { asOfficer, at, hiredAs, otherOffice, useOffice } from '#test/office.ts'
import {
  askToTell,
  changeKeepDays,
  dropNeedless,
  forgetOldMessages,
  listTold,
  listToTell,
  markNotReached,
  markTold,
  readKeepDays,
  revealPhone,
  takeBackTold,
  sayMessage,
  type ToTell,
} from './index.ts'

const office = useOffice()
let officer: Ctx

beforeAll(async () => {
  officer = await hiredAs(office, 'officer')
})

const moved = (said: Partial<ToTell> = {}): ToTell =>
  ({
    kind: 'day_moved',
    subjectId: randomUUID(),
    occasion: '2026-11-26',
    name: 'Nguyễn Thị Mẫu',
    phone: '0912344821',
    usefulUntil: new Date('2026-11-26T10:00:00Z'),
    params: {
      from: '2026-11-27',
      date: '2026-11-26',
      time: '08:30',
      venue: 'Hội trường xã',
      reason: 'Hội trường bận',
      token: 'k',
    },
    ...said,
  }) as ToTell

const find = async (subjectId: string, ctx: Ctx = officer) =>
  (await listToTell(ctx)).items.find((it) => it.subjectId === subjectId)

test('whoever is asked to be told twenty times of one thing is told once, of a new date again', async () => {
  const it = moved()
  const asked = await Promise.all(Array.from({ length: 20 }, () => askToTell(office, it)))
  expect(asked.filter((isNew) => isNew)).toHaveLength(1)
  expect(await askToTell(office, { ...it, occasion: '2026-11-30' })).toBe(true)
  const { items } = await listToTell(officer)
  expect(items.filter((message) => message.subjectId === it.subjectId)).toHaveLength(2)
})

test('a message is there only if the deed that gave rise to it came about', async () => {
  const it = moved()
  const deed = office.db.transaction().execute(async (db) => {
    await askToTell({ ...office, db, lastly: new Map() }, it)
    throw new Error('the move failed')
  })
  await expect(deed).rejects.toThrow('the move failed')
  expect(await find(it.subjectId)).toBeUndefined()
})

test('the list hides most of the phone; the whole one is shown with a trace of who asked', async () => {
  const it = moved()
  await askToTell(office, it)
  const message = (await find(it.subjectId))!
  expect(message).toMatchObject({ name: 'Nguyễn Thị Mẫu', maskedPhone: '•••••• 4821' })
  expect(await revealPhone(officer, { messageId: message.id })).toBe('0912344821')
  const trace = await office.db
    .selectFrom('audit.entry')
    .select(['action', 'actor'])
    .where('subject_id', '=', message.id)
    .execute()
  const officerId = officer.actor.kind === 'officer' && officer.actor.officerId
  expect(trace).toEqual([
    { action: 'notices.phone_revealed', actor: { kind: 'officer', officer_id: officerId } },
  ])
})

test('what was sealed by the booking is read again here', async () => {
  const it = moved({ phone: null, phoneSealed: office.sealer.seal('0382345678') })
  await askToTell(office, it)
  expect((await find(it.subjectId))!.maskedPhone).toBe('•••••• 5678')
})

test('the most urgent is told first, and what is past its use is not on the list', async () => {
  const late = moved({ usefulUntil: new Date(office.now.getTime() - 60_000) })
  const soon = moved({ usefulUntil: new Date(office.now.getTime() + 60_000) })
  await askToTell(office, late)
  await askToTell(office, soon)
  const { items } = await listToTell(officer)
  expect(items[0]!.subjectId).toBe(soon.subjectId)
  expect(items.some((it) => it.subjectId === late.subjectId)).toBe(false)
})

test('told is told: pressed twice it counts once, and stands among those told today', async () => {
  const it = moved()
  await askToTell(office, it)
  const { id: messageId } = (await find(it.subjectId))!
  await Promise.all(Array.from({ length: 5 }, () => markTold(officer, { messageId })))
  expect(await find(it.subjectId)).toBeUndefined()
  const told = await listTold(officer, { since: office.now })
  expect(told.find((message) => message.id === messageId)).toMatchObject({
    state: 'told',
    attempts: 1,
    toldAt: office.now,
  })
  const refused = { code: 'notices.told_already' }
  await expect(markNotReached(officer, { messageId, reason: 'Máy bận' })).rejects.toMatchObject(
    refused,
  )
  await expect(revealPhone(officer, { messageId })).rejects.toMatchObject(refused)
})

test('told, pressed by mistake, is taken back: the person is on the list as before', async () => {
  const it = moved()
  await askToTell(office, it)
  const { id: messageId } = (await find(it.subjectId))!
  await markNotReached(officer, { messageId, reason: 'Không nghe máy' })
  await markTold(officer, { messageId })
  await Promise.all(Array.from({ length: 5 }, () => takeBackTold(officer, { messageId })))
  expect(await find(it.subjectId)).toMatchObject({ attempts: 1, toldAt: null })

  await markNotReached(officer, { messageId, reason: 'Sai số' })
  await markNotReached(officer, { messageId, reason: 'Sai số' })
  await takeBackTold(officer, { messageId })
  expect(await find(it.subjectId)).toMatchObject({ attempts: 2 })
  await expect(takeBackTold(office, { messageId })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})

test('what is past its use, and what a channel brought, is not taken back', async () => {
  const late = { ...moved(), usefulUntil: new Date(office.now.getTime() + 60_000) }
  await askToTell(office, late)
  const { id: messageId } = (await find(late.subjectId))!
  await markTold(officer, { messageId })
  const after = { ...officer, now: new Date(office.now.getTime() + 61_000) }
  const refused = { code: 'notices.told_already' }
  await expect(takeBackTold(after, { messageId })).rejects.toMatchObject(refused)
  await office.owner.query('update notices.message set told_by = null where id = $1', [messageId])
  await expect(takeBackTold(officer, { messageId })).rejects.toMatchObject(refused)
})

test('who cannot be reached stays on the list with the reason, until the third time', async () => {
  const it = moved()
  await askToTell(office, it)
  const { id: messageId } = (await find(it.subjectId))!
  await expect(markNotReached(officer, { messageId, reason: ' ' })).rejects.toMatchObject({
    code: 'notices.reason_missing',
    field: 'reason',
  })
  await expect(
    markNotReached(officer, { messageId, reason: 'a'.repeat(201) }),
  ).rejects.toMatchObject({ code: 'notices.reason_too_long' })
  await markNotReached(officer, { messageId, reason: 'Không nghe máy' })
  expect(await find(it.subjectId)).toMatchObject({ attempts: 1, lastReason: 'Không nghe máy' })
  await markNotReached(officer, { messageId, reason: 'Không nghe máy' })
  await markNotReached(officer, { messageId, reason: 'Sai số' })
  expect(await find(it.subjectId)).toBeUndefined()
  const told = await listTold(officer, { since: office.now })
  expect(told.find((message) => message.id === messageId)?.state).toBe('not_reached')
})

test('what something newer has made untrue is dropped, the rest stays', async () => {
  const it = moved()
  await askToTell(office, it)
  await askToTell(office, {
    ...{ kind: 'appointment_displaced', subjectId: it.subjectId },
    params: { date: '2026-11-26', time: '08:30', token: 'k' },
  })
  await dropNeedless(office, { subjectId: it.subjectId, kinds: ['day_moved'] })
  const { items } = await listToTell(officer)
  const left = items.filter((message) => message.subjectId === it.subjectId)
  expect(left.map((message) => message.kind)).toEqual(['appointment_displaced'])
})

test('who left no phone is on the list all the same, without one', async () => {
  const it = moved({ phone: null })
  await askToTell(office, it)
  const message = (await find(it.subjectId))!
  expect(message.maskedPhone).toBeNull()
  expect(await revealPhone(officer, { messageId: message.id })).toBeNull()
})

test('the sentence names the new date, the kept time and the reason', async () => {
  const said = sayMessage('vi', moved(), {
    date: (date) => `Thứ Năm ${date.day}/${date.month}`,
    time: (time) => `${time.hour} giờ ${time.minute}`,
    office: 'Một cửa xã Vụ Bản',
  })
  expect(said).toContain('Một cửa xã Vụ Bản xin báo')
  expect(said).toContain('dời sang Thứ Năm 26/11')
  expect(said).toContain('vẫn giữ lúc 8 giờ 30')
  expect(said).toContain('Hội trường bận')
})

test('the chairman is not shown whom to ring up, and a citizen even less', async () => {
  const refused = { code: 'identity.not_allowed' }
  const chairman = asOfficer(office, ['requests.read', 'service_days.plan'])
  for (const ctx of [office, chairman]) {
    await expect(listToTell(ctx)).rejects.toMatchObject(refused)
    await expect(listTold(ctx, { since: office.now })).rejects.toMatchObject(refused)
    await expect(revealPhone(ctx, { messageId: randomUUID() })).rejects.toMatchObject(refused)
    await expect(markTold(ctx, { messageId: randomUUID() })).rejects.toMatchObject(refused)
  }
})

test('another office finds no message of this one', async () => {
  const it = moved()
  await askToTell(office, it)
  const { id: messageId } = (await find(it.subjectId))!
  const neighbour = asOfficer(await otherOffice(office), ['queue.run'])
  expect(await find(it.subjectId, neighbour)).toBeUndefined()
  const refused = { code: 'notices.not_found' }
  await expect(revealPhone(neighbour, { messageId })).rejects.toMatchObject(refused)
  await expect(markTold(neighbour, { messageId })).rejects.toMatchObject(refused)
})

test('names and phones are kept ninety days unless the office says otherwise, then erased', async () => {
  const admin = asOfficer(office, ['offices.edit'])
  expect(await readKeepDays(office)).toBe(90)
  await changeKeepDays(admin, { days: 30 })
  expect(await readKeepDays(office)).toBe(30)
  for (const days of [6, 3651, 7.5, 1_000_000])
    await expect(changeKeepDays(admin, { days })).rejects.toMatchObject({
      code: 'notices.keep_days_impossible',
    })
  await expect(changeKeepDays(officer, { days: 30 })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })

  const old = moved({ usefulUntil: new Date('2026-12-01T00:00:00Z') })
  const young = moved({ usefulUntil: new Date('2026-12-20T00:00:00Z') })
  await askToTell(office, old)
  await askToTell(office, young)
  await forgetOldMessages(at(office, '2027-01-10T00:00:00Z'), {
    before: new Date('2026-12-10T00:00:00Z'),
  })
  const rows = await office.db
    .selectFrom('notices.message')
    .select(['subject_id', 'name', 'phone_sealed', 'params', 'state'])
    .where('subject_id', 'in', [old.subjectId, young.subjectId])
    .execute()
  expect(rows.find((it) => it.subject_id === old.subjectId)).toMatchObject({
    ...{ name: null, phone_sealed: null, params: {}, state: 'no_longer_needed' },
  })
  expect(rows.find((it) => it.subject_id === young.subjectId)!.name).toBe('Nguyễn Thị Mẫu')
})
