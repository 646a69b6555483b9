import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { findBrokenLink, listEntries } from '#src/modules/audit/index.ts'
import { asOfficer, otherOffice, useOffice, type TestOffice } from '#test/office.ts'
import {
  addHamlet,
  addVenue,
  changeHamlet,
  changeOffice,
  changeVenue,
  findOfficeBySlug,
  getOffice,
  getVenue,
  listAgencyDistances,
  listCounters,
  listHamlets,
  listNeighbours,
  listOffices,
  listVenues,
  openOffice,
  readAgencyDistances,
  removeHamlet,
  setAgencyDistance,
  setCounter,
  setNeighbours,
} from './index.ts'

const office = useOffice()
const day = (iso: string) => Temporal.PlainDate.from(iso)
const vuBan = { code: '13741', validFrom: day('2025-07-01') }
let admin: Ctx
let neighbour: TestOffice

beforeAll(async () => {
  admin = asOfficer(office, ['offices.edit'])
  neighbour = await otherOffice(office)
})

describe('opening a desk', () => {
  const name = { vi: 'Bộ phận Một cửa xã Vụ Bản', en: 'One-stop desk of Vụ Bản commune' }

  test('a new desk is found by its address, by everyone, and its trail begins', async () => {
    const opened = await openOffice(office, { slug: 'goi', name, commune: vuBan, isDemo: true })

    const found = await findOfficeBySlug({ db: office.database.nation }, 'goi')
    expect(found).toEqual(opened)
    expect(found).toMatchObject({
      name,
      commune: vuBan,
      isDemo: true,
      opening: null,
      requestCodePrefix: 'TC',
      roadSpeedKmh: 25,
      minutesPerVisit: 60,
    })
    const there = { ...office, officeId: opened.id, db: office.database.forOffice(opened.id) }
    expect(await listEntries(there)).toMatchObject([
      { action: 'offices.opened', actor: { kind: 'system', job: 'open_office' } },
    ])
    expect(await findBrokenLink(there)).toBeNull()
  })

  test('an address that nobody has leads nowhere', async () => {
    expect(await findOfficeBySlug({ db: office.database.nation }, 'khong-co')).toBeNull()
    const nowhere = { db: office.db, officeId: crypto.randomUUID() }
    await expect(getOffice(nowhere)).rejects.toMatchObject({ code: 'offices.not_found' })
  })

  test.each([
    ['vu-ban', 'offices.slug_taken'],
    ['Vụ Bản', 'offices.slug_malformed'],
    ['vu--ban', 'offices.slug_malformed'],
    ['v', 'offices.slug_malformed'],
  ])('the address %s is refused', async (slug, code) => {
    await expect(openOffice(office, { slug, name, commune: vuBan })).rejects.toMatchObject({
      code,
      field: 'slug',
    })
  })

  test('a commune that is not in the list, or not of that day, is refused', async () => {
    const commune = { code: '13741', validFrom: day('2024-01-01') }
    const opening = openOffice(office, { slug: 'sai', name, commune })
    await expect(opening).rejects.toMatchObject({ code: 'offices.commune_unknown' })
    expect((await listOffices(office)).map((it) => it.slug)).not.toContain('sai')
  })
})

describe('changing a desk', () => {
  test('what is said changes, and what is left out stays', async () => {
    const opening = { vi: 'Thứ Hai đến Thứ Sáu, 7 giờ 30', en: 'Monday to Friday from 7:30' }
    await changeOffice(admin, { phone: '0228.3820 123', opening })
    const changed = await changeOffice(admin, { requestCodePrefix: 'VB' })

    expect(changed).toMatchObject({ phone: '02283820123', opening, requestCodePrefix: 'VB' })
    expect(await getOffice(office)).toEqual(changed)
    expect(await changeOffice(admin, { phone: null, opening: null })).toMatchObject({
      phone: null,
      opening: null,
      requestCodePrefix: 'VB',
    })
  })

  test.each([
    [{ name: { vi: ' ', en: 'Desk' } }, 'offices.name_missing', 'name'],
    [{ phone: 'không có' }, 'offices.phone_malformed', 'phone'],
    [{ requestCodePrefix: 'tc' }, 'offices.prefix_malformed', 'requestCodePrefix'],
    [{ roadSpeedKmh: 1000 }, 'offices.road_speed_impossible', 'roadSpeedKmh'],
    [{ minutesPerVisit: -1 }, 'offices.visit_minutes_impossible', 'minutesPerVisit'],
  ])('%o is refused beside its field and changes nothing', async (change, code, field) => {
    const before = await getOffice(office)
    await expect(changeOffice(admin, change)).rejects.toMatchObject({ code, field })
    expect(await getOffice(office)).toEqual(before)
  })

  test('one desk cannot change another', async () => {
    const strange: Ctx = { ...admin, officeId: neighbour.officeId }
    const change = changeOffice(strange, { phone: '0900000000' })
    await expect(change).rejects.toMatchObject({ code: 'offices.not_found' })
    expect((await getOffice(neighbour)).phone).toBeNull()
  })

  test('only who may edit the office changes anything of it', async () => {
    const from = day('2026-01-01')
    const id = crypto.randomUUID()
    for (const ctx of [office, asOfficer(office, ['requests.work'])])
      for (const deed of [
        () => changeOffice(ctx, { phone: null }),
        () => addVenue(ctx, { kind: 'hall', name: 'Hội trường' }),
        () => changeVenue(ctx, { venueId: id, changes: { inUse: false } }),
        () => addHamlet(ctx, { name: 'Thôn Đông' }),
        () => changeHamlet(ctx, { hamletId: id, changes: { households: 1 } }),
        () => removeHamlet(ctx, { hamletId: id }),
        () => setCounter(ctx, { number: 1, name: '', inUse: true }),
        () => setNeighbours(ctx, []),
        () => setAgencyDistance(ctx, { at: 'province', km: 1, from }),
      ])
        await expect(deed()).rejects.toMatchObject({ code: 'identity.not_allowed' })
  })
})

describe('venues, hamlets, counters and neighbours', () => {
  test('a venue is added, corrected and put out of use', async () => {
    const venue = await addVenue(admin, { kind: 'hamlet_house', name: 'Nhà văn hóa thôn Đông' })
    await changeVenue(admin, { venueId: venue.id, changes: { note: 'Có dốc cho xe lăn' } })
    const out = await changeVenue(admin, { venueId: venue.id, changes: { inUse: false } })

    expect(out).toEqual({ ...venue, note: 'Có dốc cho xe lăn', inUse: false })
    expect(await getVenue(office, { venueId: venue.id })).toEqual(out)
    expect(await listVenues(office)).toContainEqual(out)
  })

  test('a venue without a name, with a taken name, or of another desk is refused', async () => {
    const venue = await addVenue(admin, { kind: 'hall', name: 'Bộ phận Một cửa' })
    const nameless = addVenue(admin, { kind: 'hall', name: ' ' })
    await expect(nameless).rejects.toMatchObject({ code: 'offices.venue_name_missing' })
    const twice = addVenue(admin, { kind: 'other', name: 'Bộ phận Một cửa' })
    await expect(twice).rejects.toMatchObject({ code: 'offices.venue_name_taken', field: 'name' })

    const theirs = asOfficer(neighbour, ['offices.edit'])
    await expect(getVenue(theirs, { venueId: venue.id })).rejects.toMatchObject({
      code: 'offices.venue_not_found',
    })
    const change = changeVenue(theirs, { venueId: venue.id, changes: { name: 'Của tôi' } })
    await expect(change).rejects.toMatchObject({ code: 'offices.venue_not_found' })
  })

  test('a hamlet is added, counted and taken off the list', async () => {
    const hamlet = await addHamlet(admin, { name: 'Thôn Vân Côi' })
    const counted = { id: hamlet.id, name: 'Thôn Vân Côi', households: 412 }
    expect(
      await changeHamlet(admin, { hamletId: hamlet.id, changes: { households: 412 } }),
    ).toEqual(counted)
    expect(await listHamlets(office)).toEqual([counted])
    await removeHamlet(admin, { hamletId: hamlet.id })
    expect(await listHamlets(office)).toEqual([])
  })

  test('a hamlet that cannot be, is there already, or is not ours is refused', async () => {
    await addHamlet(admin, { name: 'Thôn Tây', households: 90 })
    const refusals = [
      [() => addHamlet(admin, { name: '' }), 'offices.hamlet_name_missing'],
      [() => addHamlet(admin, { name: 'Thôn Tây' }), 'offices.hamlet_name_taken'],
      [
        () => addHamlet(admin, { name: 'Thôn Nam', households: -4 }),
        'offices.households_impossible',
      ],
    ] as const
    for (const [deed, code] of refusals) await expect(deed()).rejects.toMatchObject({ code })

    const [ours] = await listHamlets(office)
    const theirs = asOfficer(neighbour, ['offices.edit'])
    const gone = { code: 'offices.hamlet_not_found' }
    await expect(removeHamlet(theirs, { hamletId: ours!.id })).rejects.toMatchObject(gone)
    const change = changeHamlet(theirs, { hamletId: ours!.id, changes: { name: 'Thôn X' } })
    await expect(change).rejects.toMatchObject(gone)
  })

  test('a counter has one number: set again, it is renamed', async () => {
    const first = await setCounter(admin, { number: 1, name: 'Hộ tịch', inUse: true })
    const again = await setCounter(admin, { number: 1, name: 'Tư pháp', inUse: false })
    expect(again).toEqual({ id: first.id, number: 1, name: 'Tư pháp', inUse: false })
    expect(await listCounters(office)).toEqual([again])
    const none = setCounter(admin, { number: 100, name: '', inUse: true })
    await expect(none).rejects.toMatchObject({ code: 'offices.counter_number_impossible' })
  })

  test('the neighbours are the list named last; an unknown commune leaves it as it was', async () => {
    await setNeighbours(admin, [vuBan, vuBan])
    expect(await listNeighbours(office)).toEqual([vuBan])
    const unknown = setNeighbours(admin, [{ code: '99999', validFrom: day('2025-07-01') }])
    await expect(unknown).rejects.toMatchObject({ code: 'offices.commune_unknown' })
    expect(await listNeighbours(office)).toEqual([vuBan])
    await setNeighbours(admin, [])
    expect(await listNeighbours(office)).toEqual([])
  })
})

describe('how far the seats of authorities are', () => {
  const read = async (iso: string) => {
    const found = await readAgencyDistances(office, { on: day(iso) })
    return Object.fromEntries(Object.entries(found).map(([at, it]) => [at, it.km]))
  }

  test('a request of 2024 counts the district and Nam Định, one of today Hoa Lư', async () => {
    const start = day('2008-08-01')
    const change = day('2025-07-01')
    await setAgencyDistance(admin, { at: 'district', km: 0.5, from: start })
    await setAgencyDistance(admin, { at: 'province', km: 15, from: start, note: 'Nam Định' })
    await setAgencyDistance(admin, { at: 'district', km: null, from: change })
    await setAgencyDistance(admin, { at: 'province', km: 32, from: change, note: 'Hoa Lư' })

    expect(await read('2024-11-08')).toEqual({ district: 0.5, province: 15 })
    expect(await read('2025-06-30')).toEqual({ district: 0.5, province: 15 })
    expect(await read('2025-07-01')).toEqual({ province: 32 })
    expect(await read('2000-01-01')).toEqual({})
  })

  test('set again from the same day it is corrected, and what was set from a later day stays', async () => {
    await setAgencyDistance(admin, { at: 'capital', km: 100, from: day('2024-01-01') })
    await setAgencyDistance(admin, { at: 'capital', km: 105, from: day('2026-01-01') })
    await setAgencyDistance(admin, { at: 'capital', km: 98, from: day('2024-01-01') })
    await setAgencyDistance(admin, { at: 'capital', km: 90, from: day('2023-01-01') })

    const capital = (await listAgencyDistances(office)).filter((it) => it.at === 'capital')
    expect(capital.map((it) => [String(it.validFrom), String(it.validTo), it.km])).toEqual([
      ['2023-01-01', '2024-01-01', 90],
      ['2024-01-01', '2026-01-01', 98],
      ['2026-01-01', 'null', 105],
    ])
  })

  test('twenty people who set it at the same moment leave one distance a day', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        setAgencyDistance(admin, {
          at: 'commune_police',
          km: i,
          from: day('2026-01-01').add({ days: i % 5 }),
        }),
      ),
    )
    const set = (await listAgencyDistances(office)).filter((it) => it.at === 'commune_police')
    expect(set.map((it) => String(it.validFrom))).toEqual(
      Array.from({ length: 5 }, (_, i) => `2026-01-0${i + 1}`),
    )
    expect(set.slice(0, -1).map((it) => it.validTo)).toEqual(set.slice(1).map((it) => it.validFrom))
  })

  test.each([-1, 3001])('%d km is refused', async (km) => {
    const set = setAgencyDistance(admin, { at: 'province', km, from: day('2026-01-01') })
    await expect(set).rejects.toMatchObject({ code: 'offices.distance_impossible', field: 'km' })
  })
})
