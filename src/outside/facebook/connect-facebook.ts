import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Sent } from '../messages/driver.ts'
import { askGraph, facebookAddress, usualVersion } from './ask-graph.ts'

export type FacebookApp = { appId: string; appSecret: string; version?: string }
export type FacebookPage = { id: string; name: string; token: string }
export type FacebookTrouble = { trouble: Exclude<Sent, { outcome: 'accepted' }> }

/** What the page's administrator is asked to allow: reading and writing posts of the page. */
const scope = 'pages_show_list,pages_manage_posts,pages_read_engagement'

const token = z.object({ access_token: z.string().min(1) })
const accounts = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      access_token: z.string(),
      tasks: z.array(z.string()).default([]),
    }),
  ),
})

/** Begins letting us into a page: its administrator agrees on a page of Facebook and comes back with a code. */
export function beginFacebookConnect(
  app: Pick<FacebookApp, 'appId' | 'version'> & { redirectUri: string },
  dialog = 'https://www.facebook.com',
): { url: string; state: string } {
  const state = randomBytes(24).toString('base64url')
  const url = new URL(`/${app.version ?? usualVersion}/dialog/oauth`, dialog)
  url.searchParams.set('client_id', app.appId)
  url.searchParams.set('redirect_uri', app.redirectUri)
  url.searchParams.set('state', state)
  url.searchParams.set('scope', scope)
  return { url: url.href, state }
}

/**
 * The pages that the administrator may write on, each with a token that has no end of its own: it comes of
 * the long-lived token of the person (developers.facebook.com, "Long-Lived Access Tokens").
 */
export async function finishFacebookConnect(
  app: FacebookApp,
  input: { code: string; redirectUri: string },
  signal: AbortSignal,
  address = facebookAddress,
): Promise<FacebookPage[] | FacebookTrouble> {
  const { code, redirectUri: redirect_uri } = input
  const short = await askToken(app, { code, redirect_uri }, signal, address)
  if (typeof short !== 'string') return short
  return listFacebookPages(app, short, signal, address)
}

/** As `finishFacebookConnect`, for a token of the person that was pasted instead. */
export async function listFacebookPages(
  app: FacebookApp,
  userToken: string,
  signal: AbortSignal,
  address = facebookAddress,
): Promise<FacebookPage[] | FacebookTrouble> {
  const asked = { grant_type: 'fb_exchange_token', fb_exchange_token: userToken }
  const long = await askToken(app, asked, signal, address)
  if (typeof long !== 'string') return long
  const door = { base: baseOf(app, address), token: long, appSecret: app.appSecret }
  const path = 'me/accounts'
  const fields = { fields: 'id,name,access_token,tasks', limit: '100' }
  const answer = await askGraph(door, { method: 'GET', path, fields }, signal)
  if (!answer.done) return troubleOf(answer.sent)
  const read = accounts.safeParse(answer.said)
  if (!read.success) return { trouble: { outcome: 'later', why: 'garbled' } }
  return read.data.data
    .filter((it) => it.tasks.includes('CREATE_CONTENT'))
    .map(({ id, name, access_token }) => ({ id, name, token: access_token }))
}

async function askToken(
  app: FacebookApp,
  fields: Record<string, string>,
  signal: AbortSignal,
  address: string,
): Promise<string | FacebookTrouble> {
  // In the body, although the papers show it in the address: addresses end up in logs.
  const answer = await askGraph(
    { base: baseOf(app, address), token: `${app.appId}|${app.appSecret}` },
    {
      path: 'oauth/access_token',
      fields: { ...fields, client_id: app.appId, client_secret: app.appSecret },
    },
    signal,
  )
  if (!answer.done) return troubleOf(answer.sent)
  const read = token.safeParse(answer.said)
  return read.success ? read.data.access_token : { trouble: { outcome: 'later', why: 'garbled' } }
}

function troubleOf(sent: Sent): FacebookTrouble {
  return { trouble: sent.outcome === 'accepted' ? { outcome: 'later', why: 'garbled' } : sent }
}

function baseOf(app: FacebookApp, address: string): string {
  return `${address}/${app.version ?? usualVersion}`
}
