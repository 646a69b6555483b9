import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Appointment, GroupPerson } from './appointment.ts'
import { findBooked, type Booked } from './find-booked.ts'
import { getAppointment } from './get-appointment.ts'
import { lockBooked } from './lock-booked.ts'
import { requireName } from './said.ts'

/**
 * Whoever has the link of a group says who comes; what is said later takes the place of what was said
 * before, also after the first of them came: who has a number stays in the list. Refuses more people
 * than were booked for, an appointment of one, and one that has ended.
 */
export async function nameGroup(
  ctx: Ctx,
  input: { token: string; people: GroupPerson[] },
): Promise<Appointment> {
  const people = input.people
    .filter((it) => it.name.trim() !== '')
    .map((it, i) => ({
      name: requireName(it.name, `people.${i}`),
      procedureCode: it.procedureCode,
    }))
  return inTransaction(ctx, async (ctx) => {
    const group = await lockBooked(ctx, input, 'name')
    if (group.party === 1) throw new Refusal('queue.not_a_group')
    const booked = await findBooked(ctx, { token: group.token })
    const places = booked ? placesFor(booked, people) : null
    if (!places)
      throw new Refusal('queue.people_too_many', {
        field: 'people',
        params: { most: group.party },
      })
    await ctx.db
      .deleteFrom('queue.appointment_person')
      .where('office_id', '=', ctx.officeId)
      .where('appointment_id', '=', group.id)
      .execute()
    await writePeople(ctx, group.id, places)
    await record(ctx, 'queue.group_named', group.id, { people: people.length })
    return getAppointment(ctx, { id: group.id })
  })
}

/**
 * The place of each in the list, from 1; null when there are not so many. A number was given to a place
 * and the name on it: that name stays there, and places that nobody has come for are filled first.
 */
function placesFor(
  { party, came, people: before }: Booked,
  people: readonly GroupPerson[],
): Booked['people'] | null {
  const taken = new Set(came.map((it) => it.position))
  const stay = before.filter((it) => taken.has(it.position))
  const rest = [...people]
  for (const { name } of stay) {
    const again = rest.findIndex((it) => it.name === name)
    if (again >= 0) rest.splice(again, 1)
  }
  if (stay.length + rest.length > party) return null
  const all = Array.from({ length: party }, (_, i) => i + 1)
  const nameless = [...taken].filter((it) => !stay.some((one) => one.position === it))
  const free = [...all.filter((it) => !taken.has(it)), ...nameless]
  return [...stay, ...rest.map((it, i) => ({ ...it, position: free[i]! }))]
}

async function writePeople(ctx: Ctx, id: string, people: Booked['people']): Promise<void> {
  if (people.length === 0) return
  await refuseBreach(
    {
      appointment_person_procedure_is_a_known_one: ['queue.procedure_unknown', { field: 'people' }],
    },
    () =>
      ctx.db
        .insertInto('queue.appointment_person')
        .values(
          people.map(({ position, name, procedureCode }) => ({
            office_id: ctx.officeId,
            appointment_id: id,
            position,
            name,
            procedure_code: procedureCode,
          })),
        )
        .execute(),
  )
}
