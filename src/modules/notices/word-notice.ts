import type { ChannelKind, Content } from '#src/modules/deliveries/index.ts'
import { countSmsParts, withoutMarks } from '#src/outside/sms/count-sms-parts.ts'
import { words } from '#src/words/index.ts'
import type { Choice } from './choice.ts'
import type { Told } from './message.ts'
import { stateFacts } from './state-facts.ts'
import type { Template } from './template.ts'
import { fillText } from './variables.ts'

export type Worded = { content: Content; parts: number }

/**
 * What goes over a channel. Null where the office has no approved wording for it. ZNS is given what the
 * template names, under the same names.
 */
export function wordNotice(
  channel: ChannelKind,
  told: Told,
  template: Template,
  office: string,
  choice: Pick<Choice, 'site' | 'token'>,
): Worded | null {
  const facts = stateFacts(told, office)
  const text = fillText(template.text, facts)
  if (channel === 'sms') {
    const said = template.plain ? withoutMarks(text) : text
    return { content: { text: said }, parts: countSmsParts(said).marked }
  }
  if (channel === 'zns') {
    if (template.znsId === null) return null
    const params = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))
    return { content: { template: { id: template.znsId, params } }, parts: 1 }
  }
  const leave = `${choice.site}/thoi-nhan/${choice.token}`
  const title = `${words.vi.notices.kinds[told.kind]} – ${office}`
  const whole = `${text}\n\n--\n${words.vi.consent.leave({ link: leave })}`
  return { content: { title, text: whole, unsubscribe: leave }, parts: 1 }
}
