import { z } from 'zod'
import { askOverHttp } from '../messages/ask-over-http.ts'
import { judgeAnswer } from '../messages/judge-answer.ts'
import type { Sent } from '../messages/driver.ts'
import { explainZalo } from './explain-zalo.ts'

const said = z.object({
  error: z.coerce.number(),
  data: z.unknown().optional(),
})

export type ZaloAnswer = { done: true; data: unknown } | { done: false; sent: Sent }

/**
 * Asks Zalo's open API. It is done only with HTTP 200 and `error: 0`; most refusals come with HTTP 200
 * too. The token goes in a header of its own name, never in the address.
 */
export async function askZalo(
  asked: { url: string; accessToken: string; body: object },
  signal: AbortSignal,
): Promise<ZaloAnswer> {
  const headers = { access_token: asked.accessToken, 'content-type': 'application/json' }
  const body = JSON.stringify(asked.body)
  const answer = judgeAnswer(await askOverHttp({ url: asked.url, headers, body }, signal))
  if (!answer.spoke) return { done: false, sent: answer.sent }
  const read = said.safeParse(answer.said)
  if (!read.success) return { done: false, sent: { outcome: 'unsure', why: 'garbled' } }
  const { error, data } = read.data
  if (error === 0 && answer.status === 200) return { done: true, data }
  return { done: false, sent: explainZalo(error, asked.url) }
}
