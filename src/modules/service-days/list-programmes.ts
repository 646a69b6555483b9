import type { Ctx } from '#src/base/ctx.ts'
import { readProgrammes, type Programme } from './programme.ts'

/** The programmes of the office by weekday; with `on`, only those that go on that day. */
export async function listProgrammes(
  ctx: Ctx,
  input: { on?: Temporal.PlainDate } = {},
): Promise<Programme[]> {
  const { on } = input
  let query = ctx.db
    .selectFrom('service_days.programme')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('weekday')
    .orderBy('valid_from')
  if (on)
    query = query
      .where('valid_from', '<=', on)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
  return readProgrammes(ctx, await query.execute())
}
