import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { askOverHttp } from '../messages/ask-over-http.ts'
import type { Sent } from '../messages/driver.ts'
import { judgeAnswer } from '../messages/judge-answer.ts'
import { explainGraph } from './explain-graph.ts'
import { readRest } from './read-rest.ts'

export const facebookAddress = 'https://graph.facebook.com'

/** The version of the Graph API; each lives about two years, so that an account may name a later one. */
export const usualVersion = 'v25.0'

export type GraphDoor = {
  /** Address and version: `https://graph.facebook.com/v25.0`. */
  base: string
  token: string
  appSecret?: string | undefined
}

export type GraphAnswer =
  | { done: true; said: unknown; restSeconds: number }
  | { done: false; sent: Sent; restSeconds: number }

const refused = z.object({
  error: z.object({ code: z.number(), error_subcode: z.number().optional() }),
})

/**
 * Asks the Graph API. The token goes in a header, never in the address; `appsecret_proof` shows that who
 * asks also holds the app's secret (developers.facebook.com, "Securing Graph API Requests").
 */
export async function askGraph(
  { base, token, appSecret }: GraphDoor,
  asked: { method?: 'GET' | 'POST' | 'DELETE'; path: string; fields?: Record<string, string> },
  signal: AbortSignal,
): Promise<GraphAnswer> {
  const { method = 'POST', path } = asked
  const proof = appSecret ? createHmac('sha256', appSecret).update(token).digest('hex') : undefined
  const fields = new URLSearchParams({
    ...asked.fields,
    ...(proof === undefined ? {} : { appsecret_proof: proof }),
  }).toString()
  const headers: Record<string, string> = { authorization: `Bearer ${token}` }
  const inBody = method === 'POST'
  if (inBody) headers['content-type'] = 'application/x-www-form-urlencoded'
  const url = `${base}/${path}${inBody || fields === '' ? '' : `?${fields}`}`
  const answer = await askOverHttp(
    { url, method, headers, ...(inBody && { body: fields }) },
    signal,
  )
  const restSeconds = answer.got === 'answer' ? restOf(answer.headers) : 0
  const judged = judgeAnswer(answer)
  // The platform says also with 5xx what went wrong; code 1 and 2 are its own troubles.
  if (!judged.spoke) return { done: false, sent: judged.sent, restSeconds }
  const trouble = refused.safeParse(judged.said)
  if (trouble.success)
    return { done: false, sent: explainGraph(trouble.data.error, restSeconds), restSeconds }
  if (judged.status >= 400)
    return { done: false, sent: { outcome: 'later', why: 'garbled' }, restSeconds }
  return { done: true, said: judged.said, restSeconds }
}

function restOf(headers: IncomingHttpHeaders): number {
  return readRest(headers['x-business-use-case-usage'], headers['x-app-usage'])
}
