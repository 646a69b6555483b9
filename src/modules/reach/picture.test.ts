import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { bookHeld, checkIn, holdSeat, takeTicket } from '#src/modules/queue/index.ts'
import { getRequest, receiveRequest } from '#src/modules/requests/index.ts'
import { addHamlet, type Hamlet } from '#src/modules/offices/index.ts'
import type { Sent } from '#src/outside/messages/driver.ts'
import { changeChannelRule, enqueueBroadcast } from '#src/modules/deliveries/index.ts'
import { asked, connected, playChannel, sendDue } from '#test/deliveries.ts'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { openLine, type OpenLine } from '#test/line.ts'
import { asOfficer, at, hiredAs } from '#test/office.ts'
import { procedures } from '#test/nation.ts'
import {
  addBusiness,
  countOpening,
  findHeard,
  listBusinesses,
  listEfforts,
  makeLink,
  noteEffort,
  nothingHeard,
  readPicture,
  readUnitCosts,
  removeEffort,
  setHamletWays,
  setUnitCosts,
  tellHeard,
  type Heard,
} from './index.ts'

const desk = useDesk()
let line: OpenLine
let admin: Ctx
let told: Ctx
let east: Hamlet
let west: Hamlet

const day = (iso: string) => Temporal.PlainDate.from(iso)
const friday = { from: day('2026-11-20'), to: day('2026-11-20') }
const announcer = () => told
const heard = (it: Partial<Heard>): Heard => ({ ...nothingHeard, ...it })

beforeAll(async () => {
  line = await openLine(desk)
  admin = asOfficer(desk.office, ['offices.edit', 'outreach.write'])
  told = await hiredAs(desk.office, 'announcer')
  east = await addHamlet(admin, { name: 'Thôn Đông', households: 200 })
  west = await addHamlet(admin, { name: 'Thôn Đoài', households: 100 })
  await setHamletWays(admin, {
    hamletId: east.id,
    ways: { hasLoudspeaker: true, headName: 'Trần Văn Mẫu', headPhone: null },
  })
})

const officer = () => line.officers[0]!

async function visit(): Promise<string> {
  const { visitId } = await takeTicket(officer(), {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, source: 'desk' },
  })
  return visitId
}

const say = (visitId: string, it: Partial<Heard>) =>
  tellHeard(officer(), { of: { kind: 'visit', id: visitId }, heard: heard(it) })

async function people(of: (it: Awaited<ReturnType<typeof readPicture>>) => number | undefined) {
  return of(await readPicture(announcer(), friday)) ?? 0
}

describe('who came', () => {
  test('twenty visits told at the same moment are twenty, each in its hamlet and by its channel', async () => {
    const before = await readPicture(announcer(), friday)
    const visits: string[] = []
    for (let i = 0; i < 20; i++) visits.push(await visit())
    // Every answer is sent twice, as by an impatient hand.
    await Promise.all(
      [...visits, ...visits].map((id, i) =>
        say(id, { channel: i % 2 ? 'zalo' : 'loudspeaker', hamletId: i % 4 ? east.id : west.id }),
      ),
    )
    const after = await readPicture(announcer(), friday)
    expect(after.people - before.people).toBe(20)
    expect(after.answered - before.answered).toBe(20)
    const rows = after.hamlets.map((it) => [it.name, it.people, it.perHundred, it.byChannel])
    expect(rows).toEqual([
      ['Thôn Đoài', 5, 5, { loudspeaker: 5 }],
      ['Thôn Đông', 15, 7.5, { loudspeaker: 5, zalo: 10 }],
    ])
    expect(after.perHundred).toBeCloseTo((20 / 300) * 100)
  })

  test('who was not asked is counted as not known, and nowhere else', async () => {
    const before = await readPicture(announcer(), friday)
    await visit()
    const after = await readPicture(announcer(), friday)
    expect(after.people).toBe(before.people + 1)
    expect([after.answered, after.placed]).toEqual([before.answered, before.placed])
  })

  test('said on booking it holds for the visit, until the desk hears otherwise', async () => {
    const citizen = { ...line.citizen, now: new Date('2026-11-19T23:00:00Z') }
    const { token } = await holdSeat(citizen, {
      ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId, phone: newPhone() },
      ...{ start: Temporal.PlainTime.from('14:00'), procedureCodes: [procedures.certificate] },
    })
    const { id: appointmentId } = await bookHeld(citizen, {
      ...{ token, clientKey: randomUUID(), personName: 'Nguyễn Văn A', bookerName: null },
    })
    await tellHeard(citizen, {
      of: { kind: 'appointment', id: appointmentId },
      heard: heard({ channel: 'poster', hamletId: west.id }),
    })
    const byPoster = () => people((it) => it.channels.find((c) => c.channel === 'poster')?.people)
    expect(await byPoster()).toBe(0)

    const { visitId } = await checkIn(officer(), { clientKey: randomUUID(), token })
    expect(await byPoster()).toBe(1)
    expect(await findHeard(officer(), { visitId, appointmentId })).toEqual(
      heard({ channel: 'poster', hamletId: west.id }),
    )
    await say(visitId, { channel: 'facebook' })
    expect(await byPoster()).toBe(0)
    // The desk did not ask for the hamlet again: what the code said stays.
    expect(await findHeard(officer(), { visitId, appointmentId })).toEqual(
      heard({ channel: 'facebook', hamletId: west.id }),
    )
  })

  test('two needs of one visit, or of one person without a number, are one coming', async () => {
    const before = await people((it) => it.people)
    const visitId = await visit()
    const now = at(officer(), '2026-11-20T02:00:00Z')
    await receiveRequest(now, need({ visitId }))
    await receiveRequest(now, need({ visitId }))
    expect(await people((it) => it.people)).toBe(before + 1)

    const first = await receiveRequest(now, need())
    const { subject } = await getRequest(now, { requestId: first.id })
    const same = { id: subject.id, fullName: subject.fullName }
    await receiveRequest(now, need({ subject: same, procedureCode: procedures.record }))
    await tellHeard(now, {
      of: { kind: 'request', id: first.id },
      heard: heard({ channel: 'neighbour' }),
    })
    expect(await people((it) => it.people)).toBe(before + 2)
    expect(await people((it) => it.channels.find((c) => c.channel === 'neighbour')?.people)).toBe(1)
  })

  test('an answer that says nothing takes the earlier one away', async () => {
    const visitId = await visit()
    await say(visitId, { channel: 'zalo' })
    await say(visitId, {})
    expect(await findHeard(officer(), { visitId })).toBeNull()
  })

  test('a hamlet, a business or a visit of elsewhere is refused, and a citizen speaks of no visit', async () => {
    const visitId = await visit()
    const { officeId: elsewhere } = desk.office
    await expect(say(visitId, { hamletId: elsewhere })).rejects.toMatchObject({
      code: 'reach.hamlet_not_found',
    })
    await expect(say(visitId, { businessId: elsewhere })).rejects.toMatchObject({
      code: 'reach.business_not_found',
    })
    await expect(say(elsewhere, { channel: 'zalo' })).rejects.toMatchObject({
      code: 'reach.coming_not_found',
    })
    const of = { kind: 'visit', id: visitId } as const
    await expect(
      tellHeard(desk.office, { of, heard: heard({ channel: 'zalo' }) }),
    ).rejects.toMatchObject({ code: 'identity.not_allowed' })
  })
})

describe('what was done and what it cost', () => {
  const note = (it: Partial<Parameters<typeof noteEffort>[1]>, key = randomUUID()) =>
    noteEffort(announcer(), {
      ...{ clientKey: key, on: friday.from, channel: 'leaflet', quantity: 100 },
      ...it,
    })
  const leaflets = async () =>
    (await readPicture(announcer(), friday)).channels.find((it) => it.channel === 'leaflet')!

  test('a cost that nobody wrote down is not known, and not nothing', async () => {
    await note({ hamletId: east.id })
    expect(await leaflets()).toMatchObject({ times: 100, cost: null, costPerPerson: null })
  })

  test('what one costs, times how many, by who heard that way', async () => {
    await setUnitCosts(announcer(), { costs: { leaflet: 300 } })
    await note({ quantity: 50 })
    const four = await Promise.all([visit(), visit(), visit(), visit()])
    for (const id of four) await say(id, { channel: 'leaflet' })
    expect(await leaflets()).toMatchObject({
      ...{ people: 4, times: 150, cost: 45_000, costPerPerson: 11_250 },
    })
    // Dearer from now on: what was noted with its cost keeps it.
    await setUnitCosts(announcer(), { costs: { leaflet: 400 } })
    expect(await leaflets()).toMatchObject({ cost: 100 * 400 + 50 * 300 })
    expect(await readUnitCosts(desk.office)).toEqual({ leaflet: 400 })
  })

  test('a note sent twice is one, and one noted by mistake is taken out', async () => {
    const key = randomUUID()
    const on = day('2026-11-05')
    const span = { from: on, to: on }
    await Promise.all([note({ on }, key), note({ on }, key)])
    const [only, ...more] = await listEfforts(announcer(), span)
    expect(more).toEqual([])
    await removeEffort(announcer(), { effortId: only!.id })
    expect(await listEfforts(announcer(), span)).toEqual([])
    await expect(removeEffort(announcer(), { effortId: only!.id })).rejects.toMatchObject({
      code: 'reach.effort_not_found',
    })
  })

  test('a business shows when somebody was there last', async () => {
    const { id } = await addBusiness(admin, {
      ...{ name: 'Công ty May Mẫu', workers: 900, contactName: '', contactPhone: null },
      ...{ address: '', hamletId: null },
    })
    await note({ channel: 'business', quantity: 1, businessId: id })
    const [kept] = await listBusinesses(desk.office)
    expect(kept!.visitedOn).toEqual(friday.from)
  })

  test('opened links are counted to their channel', async () => {
    const { id: linkId } = await makeLink(announcer(), { channel: 'leaflet', target: 'book' })
    await countOpening(desk.office, { linkId })
    expect(await leaflets()).toMatchObject({ opened: 1 })
  })

  test('what the program sent is counted as it was taken, once, beside what was noted by hand', async () => {
    const seen = async () => {
      const { channels, notices } = await readPicture(announcer(), friday)
      return { sms: channels.find((it) => it.channel === 'sms')!, notices }
    }
    await setUnitCosts(announcer(), { costs: { sms: 500 } })
    await note({ channel: 'sms', quantity: 3 })
    await note({ channel: 'sms', quantity: 2, hamletId: east.id })
    expect((await seen()).sms).toMatchObject({ times: 5, cost: 2500 })

    await connected(desk.office, 'sms', { costPerPart: 800 })
    await connected(desk.office, 'zns', { provider: 'zns' })
    await changeChannelRule(admin, {
      ...{ channel: 'sms', dailyCap: null, quietFrom: null, quietTo: null },
    })
    const morning = at(desk.office, '2026-11-20T02:00:00Z')
    const recipients = ['84912345671', '84912345672', '84912345673'].map((phone) => ({ phone }))
    await enqueueBroadcast(morning, {
      ...{ clientKey: randomUUID(), channel: 'sms', content: { text: 'x' }, recipients, parts: 2 },
      about: { kind: 'test.bulletin', id: randomUUID() },
    })
    for (const purpose of ['notice', 'test'] as const) {
      await asked(morning, 'sms', { purpose })
      await asked(morning, 'zns', { purpose })
    }
    const wrong: Sent = { outcome: 'never', why: 'recipient_wrong' }
    const sms = playChannel('sms', [
      ({ id, to }) =>
        to.phone === recipients[2]?.phone ? wrong : { outcome: 'accepted', ref: id },
    ])
    await sendDue({ ...desk.office, now: morning.now }, { sms })

    const after = await seen()
    // The three noted for the whole commune are the broadcast itself; the two in a hamlet are not.
    expect(after.sms).toMatchObject({ times: 2 + 2, cost: 2 * 2 * 800 + 2 * 500 })
    expect(after.notices).toEqual([
      { channel: 'zns', messages: 1, cost: null },
      { channel: 'sms', messages: 1, cost: 800 },
    ])
    const next = { from: day('2026-11-21'), to: day('2026-11-21') }
    const quiet = await readPicture(announcer(), next)
    expect(quiet.notices).toEqual([])
    expect(quiet.channels.find((it) => it.channel === 'sms')).toMatchObject({ times: 0, cost: 0 })
  })

  test('figures that cannot be are refused', async () => {
    await expect(note({ quantity: 0 })).rejects.toMatchObject({ code: 'reach.quantity_impossible' })
    const { officeId: hamletId } = desk.office
    await expect(note({ hamletId })).rejects.toMatchObject({ code: 'reach.hamlet_not_found' })
    await expect(note({ businessId: hamletId })).rejects.toMatchObject({
      code: 'reach.business_not_found',
    })
    await expect(note({ hamletId, businessId: hamletId })).rejects.toMatchObject({
      code: 'reach.one_place',
    })
    await expect(setUnitCosts(announcer(), { costs: { zalo: -1 } })).rejects.toMatchObject({
      code: 'reach.cost_impossible',
    })
    const backwards = { from: day('2026-11-20'), to: day('2026-11-19') }
    await expect(readPicture(announcer(), backwards)).rejects.toMatchObject({
      code: 'reach.period_backwards',
    })
    await expect(readPicture(desk.office, friday)).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
  })
})
