import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { addHamlet, changeOffice } from '#src/modules/offices/index.ts'
import { cancelServiceDay, moveServiceDay } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import { dayOn } from '#test/planned.ts'
import {
  addSpeakerSystem,
  approveBulletin,
  approvedOf,
  changeTemplate,
  draftForDay,
  findPublished,
  getBulletin,
  latestOf,
  listBulletins,
  listDuePushes,
  listPublished,
  listToAir,
  readTemplates,
  returnBulletin,
  rewriteBulletin,
  submitBulletin,
  withdrawBulletin,
  writeBulletin,
  type AirPlan,
  type BulletinText,
} from './index.ts'

const desk = useDesk()
const date = (iso: string) => Temporal.PlainDate.from(iso)
let writer: Ctx
let chairman: Ctx

beforeAll(async () => {
  writer = desk.officer
  chairman = await hiredAs(desk.office, 'chairman')
  const system: Ctx = { ...desk.office, actor: { kind: 'system', job: 'test' } }
  await changeOffice(system, { phone: '0228 3820 123' })
  await addHamlet(system, { name: 'Thôn Tiền', households: 120 })
})

const air: AirPlan = {
  from: date('2026-11-20'),
  to: date('2026-11-27'),
  times: ['17:00', '05:30'],
  repeats: 2,
}

const text = (differs: Partial<BulletinText> = {}): BulletinText => ({
  titleVi: 'Tiêm phòng cho trẻ',
  bodyVi: 'Mời bà con đưa trẻ đến trạm y tế sáng 25/11.',
  titleEn: '',
  bodyEn: '',
  script: null,
  ...differs,
})

const news = (differs: Partial<BulletinText> = {}, clientKey: string = randomUUID()) =>
  writeBulletin(writer, { clientKey, text: text(differs), priority: 'normal', air })

async function approvedNews(differs: Partial<BulletinText> = {}) {
  const { id } = await news(differs)
  await submitBulletin(writer, { bulletinId: id, version: 1 })
  await approveBulletin(chairman, { bulletinId: id, version: 1 })
  return id
}

describe('the day before a service day', () => {
  test('its bulletin is drafted in both languages, once however often it is asked', async () => {
    const day = await dayOn(desk, '2026-12-04')
    const thursday = at(writer, '2026-12-03T00:00:00Z')

    const drafted = await draftForDay(thursday, { serviceDayId: day.id })
    const again = await draftForDay(thursday, { serviceDayId: day.id })

    expect(again).toBeNull()
    const version = latestOf(await getBulletin(writer, { bulletinId: drafted!.id }))
    expect(version).toMatchObject({ kind: 'weekly', state: 'draft', priority: 'normal' })
    expect(version.titleVi).toMatch(/^Ngày thứ 6 tại chỗ \d+: Thứ Sáu 04\/12\/2026$/)
    expect(version.bodyVi).toContain('từ 7 giờ 30 đến 11 giờ 30 và từ 13 giờ 30 đến 17 giờ')
    expect(version.bodyVi).toContain('Nơi làm việc: Hội trường Gôi.')
    expect(version.bodyVi).toContain('Xác nhận thử')
    expect(version.bodyVi).toContain('Công an xã Vụ Bản')
    expect(version.bodyVi).toContain('gọi 02283820123')
    expect(version.bodyVi).not.toMatch(/[{}]/)
    expect(version.titleEn).toContain('Friday 4 December 2026')
    expect(version.air).toMatchObject({ times: ['05:30', '17:00'], repeats: 2 })
  })

  test('two who draft it at the same moment make one bulletin', async () => {
    const day = await dayOn(desk, '2026-12-11')
    const thursday = at(writer, '2026-12-10T00:00:00Z')

    const drafts = await Promise.all(
      Array.from({ length: 20 }, () => draftForDay(thursday, { serviceDayId: day.id })),
    )

    expect(drafts.filter((it) => it !== null)).toHaveLength(1)
  })

  test('nothing is drafted while it is further away', async () => {
    const day = await dayOn(desk, '2026-12-18')

    expect(
      await draftForDay(at(writer, '2026-12-14T00:00:00Z'), { serviceDayId: day.id }),
    ).toBeNull()
  })

  test('a success story is told when there is one, and no empty line when there is none', async () => {
    const day = await dayOn(desk, '2026-12-25')
    const thursday = at(writer, '2026-12-24T00:00:00Z')
    const story = { vi: 'Buổi trước, 6 bà con làm được việc.', en: 'Last time 6 people came.' }

    const { id } = (await draftForDay(thursday, { serviceDayId: day.id, story }))!

    const version = latestOf(await getBulletin(writer, { bulletinId: id }))
    expect(version.bodyVi).toContain('Buổi trước, 6 bà con làm được việc.')
    expect(version.bodyVi).not.toContain('\n\n')
  })

  test('the office words its drafts; every wording is kept and a name that cannot be filled is refused', async () => {
    const stands = (await readTemplates(writer)).find((it) => it.kind === 'weekly')!
    const own = { ...stands, titleVi: 'Mời bà con: {chuong_trinh}' }
    await changeTemplate(writer, { kind: 'weekly', after: stands.number, text: own })
    const day = await dayOn(desk, '2027-01-08')
    const { id } = (await draftForDay(at(writer, '2027-01-07T00:00:00Z'), {
      serviceDayId: day.id,
    }))!

    const { titleVi } = latestOf(await getBulletin(writer, { bulletinId: id }))
    expect(titleVi).toMatch(/^Mời bà con: Ngày thứ 6/)
    await expect(
      changeTemplate(writer, { kind: 'weekly', after: stands.number, text: own }),
    ).rejects.toMatchObject({ code: 'outreach.changed_meanwhile' })
    await expect(
      changeTemplate(writer, {
        kind: 'weekly',
        after: stands.number + 1,
        text: { ...own, bodyVi: 'Gặp {ho_ten}' },
      }),
    ).rejects.toMatchObject({ code: 'outreach.variable_unknown', params: { name: 'ho_ten' } })
    await expect(
      changeTemplate(writer, {
        kind: 'weekly',
        after: stands.number + 1,
        text: { ...own, bodyVi: ' ' },
      }),
    ).rejects.toMatchObject({ code: 'outreach.words_missing' })
  })

  test('a day whose bulletin was withdrawn is told of again when an officer asks, not by itself', async () => {
    const day = await dayOn(desk, '2027-05-14')
    const thursday = at(writer, '2027-05-13T00:00:00Z')
    const first = (await draftForDay(thursday, { serviceDayId: day.id }))!
    await withdrawBulletin(thursday, { bulletinId: first.id, reason: 'Nhầm giờ' })

    expect(await draftForDay(thursday, { serviceDayId: day.id })).toBeNull()
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        draftForDay(thursday, { serviceDayId: day.id, early: true }),
      ),
    )

    const made = asked.filter((it) => it !== null)
    expect(made).toHaveLength(1)
    expect(made[0]!.id).not.toBe(first.id)
    expect(latestOf(await getBulletin(writer, { bulletinId: made[0]!.id }))).toMatchObject({
      ...{ number: 1, kind: 'weekly' },
    })
  })

  test('a template whose title has nothing to say on a day still makes a draft', async () => {
    const changed = (await readTemplates(writer)).find((it) => it.kind === 'cancelled')!
    const text = { ...changed, titleVi: '{noi_cu}' }
    await changeTemplate(writer, { kind: 'cancelled', after: changed.number, text })
    const day = await dayOn(desk, '2027-05-07')
    const thursday = at(writer, '2027-05-06T00:00:00Z')
    await cancelServiceDay(thursday, { serviceDayId: day.id, reason: 'Họp' })

    const { id } = (await draftForDay(thursday, { serviceDayId: day.id }))!

    expect(latestOf(await getBulletin(writer, { bulletinId: id })).titleVi).toMatch(
      /không tổ chức$/,
    )
    await changeTemplate(writer, { kind: 'cancelled', after: changed.number + 1, text: changed })
  })
})

describe('a day that changes', () => {
  test('once moved, the same bulletin gets a corrected draft, and people read the old words until it is approved', async () => {
    const day = await dayOn(desk, '2027-01-15')
    const thursday = at(writer, '2027-01-14T00:00:00Z')
    const { id } = (await draftForDay(thursday, { serviceDayId: day.id }))!
    await submitBulletin(thursday, { bulletinId: id, version: 1 })
    await approveBulletin(at(chairman, '2027-01-14T01:00:00Z'), { bulletinId: id, version: 1 })
    await moveServiceDay(thursday, {
      serviceDayId: day.id,
      date: date('2027-01-18'),
      reason: 'Mất điện cả xã.',
    })

    const corrected = await draftForDay(thursday, { serviceDayId: day.id })
    const again = await draftForDay(thursday, { serviceDayId: day.id })

    expect(corrected).toEqual({ id })
    expect(again).toBeNull()
    const bulletin = await getBulletin(writer, { bulletinId: id })
    expect(latestOf(bulletin)).toMatchObject({ number: 2, kind: 'moved', priority: 'priority' })
    expect(latestOf(bulletin).bodyVi).toContain('đã báo vào Thứ Sáu 15/01/2027')
    expect(latestOf(bulletin).bodyVi).toContain('nay dời sang Thứ Hai 18/01/2027')
    expect(latestOf(bulletin).bodyVi).toContain('Lý do: Mất điện cả xã.')
    expect(approvedOf(bulletin)).toMatchObject({ number: 1 })
    expect(await findPublished(thursday, { bulletinId: id })).toMatchObject({
      number: 1,
      since: { state: 'moved', to: date('2027-01-18') },
    })
    const { toAir, heldBack } = await listToAir(thursday)
    expect([toAir, heldBack.map((it) => it.id)]).toEqual([[], [id]])

    await submitBulletin(thursday, { bulletinId: id, version: 2 })
    await approveBulletin(at(chairman, '2027-01-14T02:00:00Z'), { bulletinId: id, version: 2 })

    expect((await listToAir(thursday)).toAir).toMatchObject([{ id, number: 2, since: null }])
  })

  test('once changed, the loudspeaker systems are told to stop reading it', async () => {
    const day = await dayOn(desk, '2027-04-09')
    const thursday = at(writer, '2027-04-08T00:00:00Z')
    const system: Ctx = { ...thursday, actor: { kind: 'system', job: 'test' } }
    const admin = await hiredAs(desk.office, 'office_admin')
    await addSpeakerSystem(admin, { name: 'Loa IP', address: 'http://10.0.0.7', key: 'k' })
    const { id } = (await draftForDay(thursday, { serviceDayId: day.id }))!
    await submitBulletin(thursday, { bulletinId: id, version: 1 })
    const addresses = { link: () => 'https://x.vn', picture: () => '', cover: '', leave: '' }
    const chief = at(chairman, '2027-04-08T01:00:00Z')
    await approveBulletin(chief, { bulletinId: id, version: 1, addresses })
    expect(await listDuePushes({ ...system, now: chief.now })).toMatchObject([{ kind: 'post' }])

    await cancelServiceDay(chief, { serviceDayId: day.id, reason: 'Bão số 12' })
    await draftForDay({ ...system, now: chief.now }, { serviceDayId: day.id })

    expect(await listDuePushes({ ...system, now: chief.now })).toMatchObject([
      { bulletinId: id, kind: 'remove' },
    ])
  })

  test('called off, it is told at once when it was announced', async () => {
    const day = await dayOn(desk, '2027-01-22')
    const thursday = at(writer, '2027-01-21T00:00:00Z')
    const { id } = (await draftForDay(thursday, { serviceDayId: day.id }))!
    await cancelServiceDay(thursday, { serviceDayId: day.id, reason: 'Bão số 12' })

    await draftForDay(thursday, { serviceDayId: day.id })

    const version = latestOf(await getBulletin(writer, { bulletinId: id }))
    expect(version.kind).toBe('cancelled')
    expect(version.titleVi).toContain('không tổ chức')
    expect(version.bodyVi).toContain('Lý do: Bão số 12.')
  })

  test('called off long before anybody heard of it, it is told a week ahead', async () => {
    const day = await dayOn(desk, '2027-02-26')
    await cancelServiceDay(writer, { serviceDayId: day.id, reason: 'Hội làng' })

    expect(
      await draftForDay(at(writer, '2027-02-10T00:00:00Z'), { serviceDayId: day.id }),
    ).toBeNull()
    expect(
      await draftForDay(at(writer, '2027-02-20T00:00:00Z'), { serviceDayId: day.id }),
    ).not.toBeNull()
  })

  test('moved long before, it is told at once and again when it comes near', async () => {
    const day = await dayOn(desk, '2027-03-05')
    const early = at(writer, '2027-02-15T00:00:00Z')
    await moveServiceDay(early, { serviceDayId: day.id, date: date('2027-03-08'), reason: 'Họp' })
    const { id } = (await draftForDay(early, { serviceDayId: day.id }))!

    await draftForDay(at(writer, '2027-03-07T00:00:00Z'), { serviceDayId: day.id })

    const { versions } = await getBulletin(writer, { bulletinId: id })
    expect(versions.map((it) => it.kind)).toEqual(['weekly', 'moved'])
  })
})

describe('approval', () => {
  test('nobody reads a bulletin before the chairman has approved it', async () => {
    const { id } = await news()
    await submitBulletin(writer, { bulletinId: id, version: 1 })
    expect(await findPublished(desk.office, { bulletinId: id })).toBeNull()

    await approveBulletin(chairman, { bulletinId: id, version: 1 })

    expect(await findPublished(desk.office, { bulletinId: id })).toMatchObject({ number: 1 })
    expect((await listPublished(desk.office)).map((it) => it.id)).toContain(id)
  })

  test('a change after approval needs approval again; each wording is kept', async () => {
    const id = await approvedNews()

    await rewriteBulletin(writer, {
      ...{ bulletinId: id, after: 1, priority: 'urgent', air },
      text: text({ bodyVi: 'Dời sang sáng 26/11.' }),
    })

    expect(await findPublished(desk.office, { bulletinId: id })).toMatchObject({ number: 1 })
    const { versions } = await getBulletin(writer, { bulletinId: id })
    expect(versions.map((it) => [it.number, it.state])).toEqual([
      [2, 'draft'],
      [1, 'approved'],
    ])
    await submitBulletin(writer, { bulletinId: id, version: 2 })
    await approveBulletin(chairman, { bulletinId: id, version: 2 })
    expect(await findPublished(desk.office, { bulletinId: id })).toMatchObject({ number: 2 })
  })

  test('the chairman approves the words that he read, not those that came after', async () => {
    const { id } = await news()
    await submitBulletin(writer, { bulletinId: id, version: 1 })
    await rewriteBulletin(writer, {
      ...{ bulletinId: id, after: 1, priority: 'normal', air },
      text: text({ titleVi: 'Tiêu đề khác' }),
    })

    await expect(approveBulletin(chairman, { bulletinId: id, version: 1 })).rejects.toMatchObject({
      code: 'outreach.changed_meanwhile',
    })
  })

  test('only who holds the right approves, and nobody their own words', async () => {
    const { id } = await news()
    await submitBulletin(writer, { bulletinId: id, version: 1 })

    await expect(approveBulletin(writer, { bulletinId: id, version: 1 })).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
    const both = asOfficer(
      desk.office,
      ['outreach.write', 'outreach.approve'],
      writer.actor.kind === 'officer' ? writer.actor.officerId : '',
    )
    await expect(approveBulletin(both, { bulletinId: id, version: 1 })).rejects.toMatchObject({
      code: 'outreach.own_words',
    })
  })

  test('who holds no right of outreach neither writes nor reads drafts', async () => {
    const admin = asOfficer(desk.office, ['offices.edit'])

    await expect(listBulletins(admin)).rejects.toMatchObject({ code: 'identity.not_allowed' })
    await expect(
      writeBulletin(chairman, { clientKey: randomUUID(), text: text(), priority: 'normal', air }),
    ).rejects.toMatchObject({ code: 'identity.not_allowed' })
  })

  test('it is given back with a reason, and only a new wording can come again', async () => {
    const { id } = await news()
    await submitBulletin(writer, { bulletinId: id, version: 1 })
    await expect(
      returnBulletin(chairman, { bulletinId: id, version: 1, reason: ' ' }),
    ).rejects.toMatchObject({ code: 'outreach.reason_missing' })
    await expect(
      returnBulletin(chairman, { bulletinId: id, version: 1, reason: 'a'.repeat(301) }),
    ).rejects.toMatchObject({ code: 'outreach.reason_too_long' })

    await returnBulletin(chairman, { bulletinId: id, version: 1, reason: 'Ghi rõ giờ.' })

    const again = submitBulletin(writer, { bulletinId: id, version: 1 })
    await expect(again).rejects.toMatchObject({ code: 'outreach.is_returned' })
    expect(latestOf(await getBulletin(writer, { bulletinId: id })).returnReason).toBe('Ghi rõ giờ.')
  })

  test('what is before the chairman or decided is not submitted or decided twice', async () => {
    const { id } = await news()
    const version = { bulletinId: id, version: 1 }
    await expect(approveBulletin(chairman, version)).rejects.toMatchObject({
      code: 'outreach.is_draft',
    })
    await submitBulletin(writer, version)
    await expect(submitBulletin(writer, version)).rejects.toMatchObject({
      code: 'outreach.is_waiting',
    })
    const decisions = await Promise.allSettled(
      Array.from({ length: 20 }, () => approveBulletin(chairman, version)),
    )
    expect(decisions.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    await expect(approveBulletin(chairman, version)).rejects.toMatchObject({
      code: 'outreach.is_approved',
    })
  })

  test('withdrawn, it is gone from everywhere that people read, and stays in the books', async () => {
    const id = await approvedNews()

    await withdrawBulletin(chairman, { bulletinId: id, reason: 'Nhầm ngày' })

    expect(await findPublished(desk.office, { bulletinId: id })).toBeNull()
    expect((await listPublished(desk.office)).map((it) => it.id)).not.toContain(id)
    expect((await getBulletin(writer, { bulletinId: id })).withdrawn?.reason).toBe('Nhầm ngày')
    for (const late of [
      () => withdrawBulletin(chairman, { bulletinId: id, reason: 'Nữa' }),
      () =>
        rewriteBulletin(writer, {
          ...{ bulletinId: id, after: 1, text: text(), priority: 'normal', air },
        }),
      () => submitBulletin(writer, { bulletinId: id, version: 1 }),
    ])
      await expect(late()).rejects.toMatchObject({ code: 'outreach.is_withdrawn' })
  })

  test('the words of a version cannot be changed by the program at all', async () => {
    const id = await approvedNews()

    await expect(
      writer.db
        .updateTable('outreach.version')
        .set({ body_vi: 'khác' })
        .where('office_id', '=', writer.officeId)
        .where('bulletin_id', '=', id)
        .execute(),
    ).rejects.toThrow(/permission denied/)
  })

  test('another office sees none of it', async () => {
    const id = await approvedNews()
    const neighbour = await otherOffice(desk.office)

    expect(await findPublished(neighbour, { bulletinId: id })).toBeNull()
    await expect(
      getBulletin(asOfficer(neighbour, ['outreach.write']), { bulletinId: id }),
    ).rejects.toMatchObject({ code: 'outreach.bulletin_not_found' })
  })
})

describe('writing', () => {
  test('the same form sent twice writes one bulletin', async () => {
    const key = randomUUID()

    const sent = await Promise.all(Array.from({ length: 20 }, () => news({}, key)))

    expect(new Set(sent.map((it) => it.id)).size).toBe(1)
  })

  test('two officers who change the same version: one is told that it was changed', async () => {
    const { id } = await news()
    const change = { bulletinId: id, after: 1, priority: 'normal' as const, air }

    const changes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        rewriteBulletin(writer, { ...change, text: text({ titleVi: `Bản ${i}` }) }),
      ),
    )

    expect(changes.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    const lost = changes.find((it) => it.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'outreach.changed_meanwhile' })
  })

  test.each([
    ['an ID number', { bodyVi: 'Mời 036 185 000 123 đến nhận.' }, 'outreach.has_id_number'],
    ['a citizen’s phone', { bodyVi: 'Gọi anh Tuấn 0912.345.678.' }, 'outreach.has_phone'],
    [
      'a full name with its hamlet',
      { bodyVi: 'Bà Nguyễn Thị A, thôn Tiền đã nhận thẻ.' },
      'outreach.has_name_with_hamlet',
    ],
    [
      'a phone in the English',
      { titleEn: 'News', bodyEn: 'Call 0912345678' },
      'outreach.has_phone',
    ],
    ['a phone in the script', { script: 'Gọi 0912345678' }, 'outreach.has_phone'],
    ['no words', { bodyVi: ' ' }, 'outreach.words_missing'],
    ['half an English text', { titleEn: 'Vaccination' }, 'outreach.english_half'],
  ])('refuses %s', async (_, differs, code) => {
    await expect(news(differs)).rejects.toMatchObject({ code })
  })

  test.each([
    [{ to: date('2026-11-19') }, 'outreach.air_backwards'],
    [{ to: date('2027-02-01') }, 'outreach.air_too_long'],
    [{ repeats: 9 }, 'outreach.repeats_impossible'],
    [{ times: ['25 giờ'] }, 'outreach.time_malformed'],
    [{ times: Array.from({ length: 7 }, (_, i) => `0${i}:00`) }, 'outreach.times_too_many'],
  ])('refuses an impossible plan of airing %#', async (differs, code) => {
    const input = { clientKey: randomUUID(), text: text(), priority: 'normal' as const }
    await expect(
      writeBulletin(writer, { ...input, air: { ...air, ...differs } }),
    ).rejects.toMatchObject({ code })
  })
})
