import type { Ctx } from '#src/base/ctx.ts'
import { quoteCost } from '#src/modules/deliveries/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { countSmsParts, withoutMarks } from '#src/outside/sms/count-sms-parts.ts'
import { sampleOf } from './sample-of.ts'
import { stateFacts } from './state-facts.ts'
import type { Template } from './template.ts'
import { fillText } from './variables.ts'

export type Preview = {
  /** As an SMS arrives, with invented facts. */
  text: string
  letters: number
  parts: number
  /** đồng for one person; null when the office has not said what a part costs. */
  cost: number | null
}

/** How a text looks when it is filled, and what it costs. */
export async function previewTemplate(
  ctx: Ctx,
  { kind, text, plain }: Pick<Template, 'kind' | 'text' | 'plain'>,
): Promise<Preview> {
  const { name } = await getOffice(ctx)
  const filled = fillText(text, stateFacts(sampleOf(kind, ctx.now), name.vi))
  const said = plain ? withoutMarks(filled) : filled
  const parts = countSmsParts(said).marked
  const cost = await quoteCost(ctx, { channel: 'sms', parts, recipients: 1 })
  return { text: said, letters: said.length, parts, cost }
}
