import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { programmeBreaches } from './breaches.ts'
import { termColumns, type ProgrammeTerms } from './programme.ts'
import { writeCompanions } from './write-companions.ts'

type NewProgramme = ProgrammeTerms & {
  /** ISO: 1 is Monday, 5 is Friday, 7 is Sunday. */
  weekday: number
  validFrom: Temporal.PlainDate
  /** The first day that is no longer of the programme; null while it goes on. */
  validTo: Temporal.PlainDate | null
}

/**
 * The office decides on a "Ngày … tại chỗ": its weekday, place, hours, officers, what it promises and
 * who else comes. Days are planned by `planDays`. Refuses a programme without name or hours, with
 * room for nobody, that ends before it begins, or that names a venue, officer or procedure unknown.
 */
export async function addProgramme(ctx: Ctx, input: NewProgramme): Promise<{ id: string }> {
  requireRight(ctx, 'service_days.plan')
  return inTransaction(ctx, async (ctx) =>
    refuseBreach(programmeBreaches, async () => {
      const programme = await ctx.db
        .insertInto('service_days.programme')
        .values({
          ...termColumns(input),
          office_id: ctx.officeId,
          weekday: input.weekday,
          valid_from: input.validFrom,
          valid_to: input.validTo,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeCompanions(ctx, programme.id, input)
      await record(ctx, 'service_days.programme_added', programme.id)
      return programme
    }),
  )
}
