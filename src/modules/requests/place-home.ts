import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsHomeKind } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { judgeHome } from './home.ts'

/**
 * Where the subject lives, as the request keeps it. It follows from the commune where one is known;
 * else the officer says it. Refuses when neither is known.
 */
export async function placeHome(
  ctx: Ctx,
  input: {
    subjectId: string
    homeKind: RequestsHomeKind | undefined
    on: Temporal.PlainDate
  },
) {
  const person = await ctx.db
    .selectFrom('requests.person')
    .select(['commune_code', 'commune_valid_from'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.subjectId)
    .executeTakeFirstOrThrow()
  const judged =
    person.commune_code === null || person.commune_valid_from === null
      ? null
      : await judgeHome(ctx, {
          commune: { code: person.commune_code, validFrom: person.commune_valid_from },
          on: input.on,
        })
  if (judged)
    return {
      home_kind: judged.kind,
      home_commune_code: judged.commune.code,
      home_commune_name: judged.commune.full_name,
      home_province_code: judged.province.code,
      home_province_name: judged.province.name,
    }
  if (!input.homeKind) throw new Refusal('requests.home_missing', { field: 'subject.commune' })
  return { home_kind: input.homeKind }
}
