import type { Ctx } from '#src/base/ctx.ts'
import {
  askWaitingList,
  bookForCaller,
  bookGroup,
  bookHeld,
  holdSeat,
  nameGroup,
  setExpectedMinutes,
} from '#src/modules/queue/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { demoPerson } from './people.ts'

const time = (text: string) => Temporal.PlainTime.from(text)

/** Who calls the desk for a time of the next day, and for what. */
const callers = [
  ['07:45', '1.004873', 'Gọi lại trước khi đến'],
  ['08:15', '3.000347', null],
  ['08:15', '2.000635', null],
  ['09:00', '3.000333', 'Đi xe lăn'],
  ['13:45', '1.001456', null],
] as const

/**
 * Appointments on the days to come: some by telephone, one from the public page, a company that takes a
 * whole morning, and two people who wait for a seat of it. `days` are the next ones, the nearest first.
 */
export async function bookAhead(
  ctx: Ctx,
  days: readonly ServiceDay[],
  firstPerson: number,
): Promise<void> {
  const minutes = { '1.004873': 15, '3.000347': 20, '2.000815': 10 }
  const admin: Ctx = { ...ctx, actor: { kind: 'system', job: 'demo' } }
  for (const [procedureCode, count] of Object.entries(minutes))
    await setExpectedMinutes(admin, { procedureCode, minutes: count })
  const [next, after] = days
  if (!next || !after) return
  for (const [n, [start, code, note]] of callers.entries()) {
    const { fullName, phone } = demoPerson(firstPerson + n)
    await bookForCaller(ctx, {
      ...{ clientKey: `demo-caller-${n}`, serviceDayId: next.id, start: time(start) },
      ...{ procedureCodes: [code], phone, personName: fullName, note },
      bookerName: n === 3 ? demoPerson(firstPerson + 40).fullName : null,
    })
  }
  await bookOnline(ctx, next, firstPerson + 10)
  const group = await bookGroup(ctx, {
    ...{ clientKey: 'demo-group', serviceDayId: after.id, start: time('07:30') },
    ...{ end: time('11:30'), lanes: 2, party: 20, organisation: 'Công ty may (mẫu)' },
    contactName: demoPerson(firstPerson + 20).fullName,
    phone: demoPerson(firstPerson + 20).phone,
    note: 'Công nhân ca sáng',
  })
  const people = [21, 22, 23].map((n) => ({
    name: demoPerson(firstPerson + n).fullName,
    procedureCode: n === 22 ? '3.000333' : null,
  }))
  await nameGroup(ctx, { token: group.token, people })
  for (const n of [30, 31]) {
    const { fullName, phone } = demoPerson(firstPerson + n)
    await askWaitingList(ctx, {
      ...{ clientKey: `demo-wish-${n}`, serviceDayId: after.id, part: 'morning' },
      ...{ procedureCodes: ['1.004873'], name: fullName, phone },
    })
  }
}

/** A daughter books for her mother from her telephone. */
async function bookOnline(ctx: Ctx, day: ServiceDay, n: number): Promise<void> {
  const citizen: Ctx = { ...ctx, actor: { kind: 'citizen' } }
  const daughter = demoPerson(n)
  const hold = await holdSeat(citizen, {
    ...{ clientKey: 'demo-online-hold', serviceDayId: day.id, start: time('09:30') },
    ...{ procedureCodes: ['2.000635'], phone: daughter.phone },
  })
  await bookHeld(citizen, {
    ...{ token: hold.token, clientKey: 'demo-online-book', note: null },
    personName: demoPerson(n + 1, 1958).fullName,
    bookerName: daughter.fullName,
  })
}
