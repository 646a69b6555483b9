import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import { closeDay } from '#src/errands/close-day.ts'
import { setOfficeHours, span } from '#src/modules/calendar/index.ts'
import { hireOfficer, rightsOf, type Officer, type Role } from '#src/modules/identity/index.ts'
import {
  addVenue,
  listCounters,
  listOffices,
  openOffice,
  setAgencyDistance,
  setCounter,
  setNeighbours,
} from '#src/modules/offices/index.ts'
import {
  addProgramme,
  endProgramme,
  findNextServiceDay,
  listServiceDays,
  openServiceDay,
  planDays,
  type Hours,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import { bookAhead } from './bookings-ahead.ts'
import { certifySome } from './certified-copies.ts'
import { eightMonths } from './eight-months.ts'
import { liveLine, type Manned } from './line-of-day.ts'
import { homes, liveThrough, type DemoRequest } from './live-through.ts'
import { demoOfficers, demoSignIns } from './people.ts'
import { keepRegister } from './register.ts'
import { draftComingDay, tellOfHeldDay } from './tell-of-days.ts'
import { theseWeeks } from './these-weeks.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const instant = (day: Temporal.PlainDate, time: string) =>
  new Date(`${day.toString()}T${time}+07:00`)

const hours: Hours = {
  morning: { from: '07:30', to: '11:30' },
  afternoon: { from: '13:30', to: '17:00' },
}
const name = { nameVi: 'Ngày thứ 6 tại chỗ', nameEn: 'Friday on the spot' }

/**
 * Loads the demo office into a house without offices: Gôi's eight months of 2024 as published, and
 * the last weeks before `world.now`, all through the deeds that officers use. A house that has an
 * office already is left alone.
 *
 * @param tell called once when there is something to load
 * @returns whether the demo office is there
 */
export async function loadDemo(
  world: Omit<World, 'now'> & { now?: Date },
  tell: () => void = () => undefined,
): Promise<boolean> {
  const offices = await listOffices({ db: world.database.nation })
  if (offices.length > 0) return offices.some((office) => office.isDemo)
  tell()
  const now = world.now ?? new Date()
  const opened = instant(date('2024-05-02'), '08:00')
  const office = await openOffice(
    { ...world, now: opened },
    {
      slug: 'vu-ban',
      name: {
        vi: 'Bộ phận Một cửa xã Vụ Bản, Ninh Bình',
        en: 'One-stop desk of Vụ Bản commune, Ninh Bình',
      },
      commune: homes.vu_ban.commune,
      isDemo: true,
      phone: '0228 0000 000',
      address: 'UBND xã Vụ Bản, tỉnh Ninh Bình',
      opening: {
        vi: 'Thứ Hai – Thứ Sáu, 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ',
        en: 'Monday – Friday, 7:30 – 11:30 am and 1:30 – 5 pm',
      },
    },
  )
  const founding = enterOffice({ ...world, now: opened }, office.id, {
    kind: 'system',
    job: 'demo',
  })
  const venueId = await furnish(founding)
  const officers = await hire(founding)
  const ctx: Ctx = { ...founding, now, actor: actorOf(officers[0]!) }
  const chief = (at: Date): Ctx => ({ ...founding, now: at })
  const terms = { ...name, venueId, hours, capacity: 30, holidayPolicy: 'day_before' as const }
  const officerIds = officers.filter((it) => it.role === 'officer').map((it) => it.id)

  const first = await addProgramme(chief(opened), {
    ...terms,
    officerIds,
    weekday: 5,
    procedures: promise(['1.004873', '2.000488', '2.000635', '1.002809', '1.001456']),
    partners: [],
    validFrom: date('2024-05-03'),
    validTo: null,
  })
  await planDays(chief(opened), { until: date('2024-12-31') })
  const year2024 = await listServiceDays(ctx, { from: date('2024-05-01'), to: date('2024-12-31') })
  await liveDays(ctx, year2024, eightMonths(), 0)
  await endProgramme(chief(instant(date('2024-12-30'), '08:00')), {
    programmeId: first.id,
    validTo: date('2025-01-01'),
    reason: 'Tổng kết năm 2024.',
  })

  const began = vietnamDay(now).subtract({ weeks: 8 })
  const restart = instant(began, '07:00')
  await addProgramme(chief(restart), {
    ...terms,
    officerIds,
    weekday: 5,
    procedures: promise(['1.004873', '3.000333', '2.000635', '3.000347', '1.001456', '2.000815']),
    partners: [
      { kind: 'police', name: 'Công an xã Vụ Bản' },
      { kind: 'youth_union', name: 'Đoàn Thanh niên xã' },
    ],
    validFrom: began,
    validTo: null,
  })
  await planDays(chief(restart), { until: vietnamDay(now).add({ days: 60 }) })
  const planned = await listServiceDays(ctx, {
    from: began,
    to: vietnamDay(now).subtract({ days: 1 }),
  })
  const past = planned.filter((day) => day.state === 'planned').toReversed()
  const as = (role: Role): Ctx => ({
    ...ctx,
    actor: actorOf(officers.find((it) => it.role === role)!),
  })
  const people = { officer: ctx, chairman: as('chairman'), announcer: as('announcer') }
  if (past[0]) await tellOfHeldDay(people, past[0])
  await liveDays(ctx, past, theseWeeks, 30, await man(ctx, officers))
  const coming = await findNextServiceDay(ctx)
  if (coming) await draftComingDay(people, coming)
  const ahead = await listServiceDays(ctx, {
    from: vietnamDay(now).add({ days: 1 }),
    to: vietnamDay(now).add({ days: 30 }),
  })
  await bookAhead(
    ctx,
    ahead.filter((day) => day.state === 'planned'),
    300,
  )
  const { id, fullName, title } = officers.find((it) => it.role === 'chairman')!
  const { giveKeys } = await import('./demo-keys.ts')
  await giveKeys({ ...founding, now }, { id, name: fullName, title }, 'Ủy ban nhân dân xã Vụ Bản')
  await certifySome(people)
  return true
}

/** One officer at each counter. */
async function man(ctx: Ctx, officers: readonly Officer[]): Promise<Manned[]> {
  const counters = await listCounters(ctx)
  return counters.map((counter, i) => ({ counter, officer: actorOf(officers[i]!) }))
}

/** So many of the newest days show how the line went: enough for its figures, soon loaded. */
const weeksOfLine = 5

/** What a commune sets up once. Distances are round figures of the demo, not measured ones. */
async function furnish(ctx: Ctx): Promise<string> {
  const hall = await addVenue(ctx, {
    ...{ kind: 'hall', name: 'Hội trường UBND xã Vụ Bản', address: 'Khu trung tâm, xã Vụ Bản' },
    note: 'Cửa chính có lối lên cho xe lăn.',
  })
  await addVenue(ctx, {
    ...{ kind: 'factory', name: 'Nhà ăn công ty may (mẫu)', address: 'Cụm công nghiệp' },
    note: 'Báo bảo vệ tên “Ngày thứ 6 tại chỗ”.',
  })
  await keepRegister(ctx)
  await setCounter(ctx, { number: 1, name: 'Văn phòng – Thống kê', inUse: true })
  await setCounter(ctx, { number: 2, name: 'Tư pháp – Hộ tịch', inUse: true })
  const neighbours = [homes.tam_thanh, homes.minh_tan, homes.minh_tan_moi, homes.lien_minh]
  await setNeighbours(
    ctx,
    neighbours.map((it) => it.commune),
  )
  const distance = (
    at: 'commune_police' | 'district' | 'province' | 'capital',
    km: number | null,
    from: string,
    note: string,
  ) => setAgencyDistance(ctx, { at, km, note, from: date(from) })
  await distance('commune_police', 1, '2024-01-01', 'Công an xã; số tròn của đơn vị mẫu')
  await distance(
    'district',
    1,
    '2024-01-01',
    'Bộ phận một cửa huyện Vụ Bản, thị trấn Gôi; số tròn của đơn vị mẫu',
  )
  await distance('province', 15, '2024-01-01', 'TP. Nam Định; số tròn của đơn vị mẫu')
  await distance('capital', 105, '2024-01-01', 'Hà Nội; số tròn của đơn vị mẫu')
  await distance('district', null, '2025-07-01', 'Không còn cấp huyện')
  await distance('province', 20, '2025-07-01', 'Hoa Lư, Ninh Bình; số tròn của đơn vị mẫu')
  const open = { morning: span('07:30', '11:30'), afternoon: span('13:30', '17:00') }
  await setOfficeHours(ctx, {
    validFrom: date('2024-05-02'),
    week: new Map([1, 2, 3, 4, 5].map((weekday) => [weekday, open])),
  })
  return hall.id
}

async function hire(ctx: Ctx): Promise<Officer[]> {
  const officers: Officer[] = []
  for (const it of demoOfficers) {
    const demoPassword = demoSignIns.find(({ login }) => login === it.login)!.password
    officers.push((await hireOfficer(ctx, { ...it, demoPassword })).officer)
  }
  return officers
}

function actorOf(officer: Officer): Ctx['actor'] {
  return {
    kind: 'officer',
    officerId: officer.id,
    name: officer.fullName,
    rights: rightsOf(officer),
  }
}

const promise = (codes: string[]) => codes.map((code) => ({ code, sameDay: code === '2.000815' }))

/**
 * Each day is opened at half past seven, serves the requests of its number, lives its line, and closes
 * at five.
 */
async function liveDays(
  ctx: Ctx,
  days: readonly ServiceDay[],
  requests: readonly DemoRequest[],
  firstPerson: number,
  /** Who sits where, on days whose line is lived too. */
  manned: readonly Manned[] = [],
): Promise<void> {
  const held = days.filter((day) => day.state === 'planned')
  for (const [week, day] of held.entries()) {
    const at = (time: string): Ctx => ({ ...ctx, now: instant(day.date, time) })
    await openServiceDay(at('07:30'), { serviceDayId: day.id })
    for (const [i, it] of requests.entries()) {
      if (it.week !== week) continue
      const receivedAt = instant(day.date, `0${8 + (i % 2)}:${10 + ((i * 17) % 45)}`)
      await liveThrough(ctx, it, { receivedAt, serviceDayId: day.id, n: firstPerson + i })
    }
    if (manned.length > 0 && week < weeksOfLine)
      await inTransaction(at('07:30'), (ctx) =>
        liveLine(ctx, day, manned, { week, firstPerson: 100 + week * 20 }),
      )
    await closeDay(at('17:00'), {
      serviceDayId: day.id,
      reason: 'Hết giờ, không còn ai chờ.',
    })
  }
}
