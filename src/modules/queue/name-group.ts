import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Appointment, GroupPerson } from './appointment.ts'
import { getAppointment } from './get-appointment.ts'
import { lockBooked } from './lock-booked.ts'
import { requireName } from './said.ts'

/**
 * Whoever has the link of a group says who comes; what is said later takes the place of what was said
 * before. Refuses more people than were booked for, an appointment of one, and one that has ended.
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
    if (people.length > group.party)
      throw new Refusal('queue.people_too_many', {
        field: 'people',
        params: { most: group.party },
      })
    await ctx.db
      .deleteFrom('queue.appointment_person')
      .where('office_id', '=', ctx.officeId)
      .where('appointment_id', '=', group.id)
      .execute()
    await writePeople(ctx, group.id, people)
    await record(ctx, 'queue.group_named', group.id, { people: people.length })
    return getAppointment(ctx, { id: group.id })
  })
}

async function writePeople(ctx: Ctx, id: string, people: GroupPerson[]): Promise<void> {
  if (people.length === 0) return
  await refuseBreach(
    {
      appointment_person_procedure_is_a_known_one: ['queue.procedure_unknown', { field: 'people' }],
    },
    () =>
      ctx.db
        .insertInto('queue.appointment_person')
        .values(
          people.map(({ name, procedureCode }, i) => ({
            office_id: ctx.officeId,
            appointment_id: id,
            position: i + 1,
            name,
            procedure_code: procedureCode,
          })),
        )
        .execute(),
  )
}
