import { sql, type Insertable } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { QueueAppointment } from '#src/base/database.generated.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import { findMade } from './find-made.ts'
import { giveCode } from './give-code.ts'
import { newToken } from './new-code.ts'
import { seatBreaches } from './seat-breaches.ts'
import { takeSeats, type SeatsWanted } from './take-seats.ts'
import { withNearest } from './with-nearest.ts'

type Said = Pick<
  Insertable<QueueAppointment>,
  'person_name' | 'booker_name' | 'note' | 'organisation' | 'phone_sealed' | 'phone_mark'
>

/**
 * An officer books at once, without a hold, while the person is on the phone or before the desk. The
 * same `clientKey` is the same appointment. Refuses as `holdSeat` does, but counts no phone.
 */
export async function bookNow(
  ctx: Ctx,
  clientKey: string,
  wanted: SeatsWanted,
  said: Said & { procedureCodes: string[] },
): Promise<string> {
  const { procedureCodes, person_name, booker_name, note, ...columns } = said
  return withNearest(ctx, wanted, () =>
    inTransaction(ctx, async (ctx) => {
      const made = await findMade(ctx, clientKey)
      if (made) return made
      const id = await refuseBreach(seatBreaches, () =>
        takeSeats(ctx, wanted, async () => {
          const { id } = await ctx.db
            .insertInto('queue.appointment')
            .values({
              office_id: ctx.officeId,
              service_day_id: wanted.serviceDayId,
              state: 'held',
              held_until: ctx.now,
              through: 'desk',
              client_key: clientKey,
              token: newToken(),
              made_at: ctx.now,
              from_minute: wanted.start,
              minutes: wanted.minutes,
              lanes: wanted.lanes,
              party: wanted.people,
              ...columns,
            })
            .returning('id')
            .executeTakeFirstOrThrow()
          await writeProcedures(ctx, id, procedureCodes)
          return id
        }),
      )
      await giveCode(ctx, id, {
        person: person_name ?? null,
        booker: booker_name ?? null,
        note: note ?? null,
      })
      await record(ctx, 'queue.booked', id)
      return id
    }),
  )
}

async function writeProcedures(ctx: Ctx, id: string, codes: string[]): Promise<void> {
  if (codes.length === 0) return
  await sql`
    insert into queue.appointment_procedure (office_id, appointment_id, position, procedure_code)
    select ${ctx.officeId}, ${id}, nth, code
      from unnest(${[...new Set(codes)]}::text[]) with ordinality named (code, nth)`.execute(ctx.db)
}
