import { z } from 'zod'
import type { Content, Credentials, Driver, Outgoing, Sent } from '../messages/driver.ts'
import { askGraph, facebookAddress, usualVersion, type GraphDoor } from './ask-graph.ts'

const made = z.object({ id: z.string() })

/** Earlier than ten minutes and later than thirty days Facebook does not plan posts. */
const soonestMs = 11 * 60_000
const latestMs = 29 * 24 * 3_600_000

/** How full a page's hour is, noted after each call; kept by the process, since each call tells anew. */
type Rests = Map<string, number>

/**
 * The office's page on Facebook: posts at once or planned, with pictures, changed and taken down. Facebook
 * knows no id of ours, but refuses the same post twice in a row.
 *
 * Settings: `pageId`, optionally `version`. Secrets: `pageToken`, and `appSecret` for the proof.
 */
export function openFacebook(address = facebookAddress, now = () => Date.now()): Driver {
  const rests: Rests = new Map()
  return {
    kind: 'facebook',
    repeats: false,
    send: async (account, message, signal) => {
      const pageId = account.settings['pageId']
      const door = doorOf(address, account)
      if (!pageId || !door) return { outcome: 'account', why: 'settings_missing' }
      const rest = (rests.get(pageId) ?? 0) - now()
      if (rest > 0)
        return { outcome: 'later', why: 'too_fast', waitSeconds: Math.ceil(rest / 1000) }
      const page: Page = { door, pageId, now, note: (s) => rests.set(pageId, now() + s * 1000) }
      return send(page, message, signal)
    },
  }
}

type Page = { door: GraphDoor; pageId: string; now: () => number; note: (seconds: number) => void }

export function doorOf(address: string, { settings, secrets }: Credentials): GraphDoor | null {
  const token = secrets['pageToken']
  if (!token) return null
  const base = `${address}/${settings['version'] || usualVersion}`
  return { base, token, appSecret: secrets['appSecret'] }
}

async function send(page: Page, { content }: Outgoing, signal: AbortSignal): Promise<Sent> {
  if (content.remove)
    return settle(await ask(page, 'DELETE', idOf(content.remove), {}, signal), content.remove)
  const message = content.text ?? ''
  if (message === '') return { outcome: 'never', why: 'content_refused' }
  if (content.edit)
    return settle(await ask(page, 'POST', idOf(content.edit), { message }, signal), content.edit)
  const pictures = await putPictures(page, content, signal)
  if (!Array.isArray(pictures)) return pictures
  const attached = pictures.map(
    (id, i) => [`attached_media[${i}]`, `{"media_fbid":"${id}"}`] as const,
  )
  const answer = await ask(
    page,
    'POST',
    `${page.pageId}/feed`,
    {
      message,
      // A post shows its pictures or the picture of the linked page, not both.
      ...(content.link &&
        (pictures.length > 0
          ? { message: `${message}\n\n${content.link}` }
          : { link: content.link })),
      ...plan(content, page.now()),
      ...Object.fromEntries(attached),
    },
    signal,
  )
  if (!answer.done) return answer.sent
  const read = made.safeParse(answer.said)
  if (!read.success) return { outcome: 'unsure', why: 'garbled' }
  return { outcome: 'accepted', ref: read.data.id }
}

/** A person may have typed it: it is one part of the address, whatever it holds. */
function idOf(ref: string): string {
  return encodeURIComponent(ref)
}

async function ask(
  page: Page,
  method: 'POST' | 'DELETE',
  path: string,
  fields: Record<string, string>,
  signal: AbortSignal,
) {
  const answer = await askGraph(page.door, { method, path, fields }, signal)
  if (answer.restSeconds > 0) page.note(answer.restSeconds)
  return answer
}

/** Changing to the same words, or taking down what is gone, twice is once: `unsure` is tried again. */
function settle(answer: Awaited<ReturnType<typeof ask>>, ref: string): Sent {
  if (answer.done) return { outcome: 'accepted', ref }
  const { sent } = answer
  return sent.outcome === 'unsure' ? { outcome: 'later', why: sent.why } : sent
}

/** Pictures are put there unseen first; left over ones nobody sees, so that any failure may be repeated. */
async function putPictures(
  page: Page,
  content: Content,
  signal: AbortSignal,
): Promise<string[] | Sent> {
  const ids: string[] = []
  for (const { url, alt } of content.pictures ?? []) {
    const fields = { url, published: 'false', alt_text_custom: alt }
    const answer = await ask(page, 'POST', `${page.pageId}/photos`, fields, signal)
    const read = answer.done ? made.safeParse(answer.said) : undefined
    if (read?.success) ids.push(read.data.id)
    else if (answer.done) return { outcome: 'later', why: 'garbled' }
    else return settle(answer, '')
  }
  return ids
}

function plan({ publishAt }: Content, now: number): Record<string, string> {
  const wait = publishAt ? publishAt.getTime() - now : 0
  if (!publishAt || wait < soonestMs || wait > latestMs) return {}
  const at = String(Math.floor(publishAt.getTime() / 1000))
  return { published: 'false', scheduled_publish_time: at }
}
