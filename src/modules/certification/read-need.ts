import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getProcedure, getProcedureVersion } from '#src/modules/catalogue/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import { listNeedRules } from './list-need-rules.ts'
import { needByCatalogue, type Need } from './need.ts'

type Asked = { listedAs: string | null; onVneid?: boolean } & (
  { requestId: string } | { procedureCode: string }
)

/**
 * Is a certified copy needed at all for this paper of this procedure? Whoever certifies must tell
 * people when it is not (procedure page of 2.000815), and what VNeID shows may not be asked for again.
 * The office's own rule for the paper, then for the procedure, goes before the catalogue.
 */
export async function readNeed(ctx: Ctx, input: Asked): Promise<Need> {
  requireRight(ctx, 'requests.read')
  if (input.onVneid)
    return { answer: 'not_needed', because: 'on_vneid', source: null, checkedOn: null }
  const version =
    'requestId' in input
      ? await getProcedureVersion(ctx, { id: await versionOf(ctx, input.requestId) })
      : await getProcedure(ctx, { code: input.procedureCode, at: vietnamDay(ctx.now) })
  const rules = (await listNeedRules(ctx)).filter((it) => it.procedureCode === version.code)
  const own =
    rules.find((it) => it.listedAs === input.listedAs) ?? rules.find((it) => it.listedAs === null)
  if (own)
    return {
      answer: own.answer,
      because: 'office_rule',
      source: own.source,
      checkedOn: vietnamDay(own.setAt),
    }
  return needByCatalogue(version, input.listedAs)
}

async function versionOf(ctx: Ctx, requestId: string): Promise<string> {
  return (await getRequest(ctx, { requestId })).procedureVersionId
}
