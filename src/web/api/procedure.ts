import { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import { getProcedure, type ProcedureVersion, type Proxy } from '#src/modules/catalogue/index.ts'
import type { Lang } from '#src/words/index.ts'
import { endpoint } from './endpoint.ts'
import { Procedure } from './procedure-shapes.ts'
import { at, say } from './shapes.ts'

export const procedure = endpoint({
  path: '/procedures/{code}',
  name: 'getProcedure',
  tag: 'procedures',
  summary: 'A procedure as it stands on a day: papers, questions, ways of filing, time, fee, law',
  description:
    'A code that is over is refused with 410 and one that had not begun on that day with 404; ' +
    '`successor` of the refusal names what is in force instead.',
  params: z.object({ code: z.string(), at }),
  response: Procedure,
  refuses: [404, 410],
  answer: async ({ nation, lang }, { code, at }) => {
    const found = await getProcedure(nation, { code, ...(at && { at }) })
    if (found.code !== code.trim()) {
      const params = { code, successor: found.code, successorName: say(lang, found.plainName) }
      throw new Refusal('api.procedure_replaced', { field: 'code', params })
    }
    return wholeOf(lang, found)
  },
})

function wholeOf(lang: Lang, it: ProcedureVersion): z.output<typeof Procedure> {
  return {
    ...it,
    name: say(lang, it.name),
    plainName: say(lang, it.plainName),
    purpose: say(lang, it.purpose),
    authority: say(lang, it.authority?.name ?? null) ?? it.authorityText,
    result: say(lang, it.result),
    warnings: it.warnings.map((said) => say(lang, said)),
    channels: it.channels.map((channel) => ({ ...channel, feeNote: say(lang, channel.feeNote) })),
    papers: it.papers.map((paper) => ({
      ...paper,
      name: say(lang, paper.name),
      hint: say(lang, paper.hint),
      group: say(lang, paper.group),
    })),
    questions: it.questions.map(({ id, text, answers }) => ({
      id,
      text: say(lang, text),
      answers: answers.map((answer) => ({ id: answer.id, text: say(lang, answer.text) })),
    })),
    proxy: it.proxy && proxyOf(lang, it.proxy),
    proxyWhen: it.proxyWhen.map(({ when, proxy }) => ({ when, proxy: proxyOf(lang, proxy) })),
  }
}

function proxyOf(lang: Lang, proxy: Proxy) {
  return { ...proxy, note: say(lang, proxy.note) }
}
