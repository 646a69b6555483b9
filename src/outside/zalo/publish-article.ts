import { z } from 'zod'
import type { Content, Sent } from '../messages/driver.ts'
import { askZalo, type ZaloAnswer } from './ask-zalo.ts'

type Door = { api: string; accessToken: string; settings: Readonly<Record<string, string>> }

/** Zalo's own limits of an article. */
const longestTitle = 150
const longestDescription = 300

const begun = z.object({ token: z.string() })
const made = z.object({ id: z.string() })

/**
 * Writes an article and tells all followers of it. When it cannot be told of, the article is taken down
 * again, so that trying once more does not leave two. `ref` is the article's id.
 */
export async function publishArticle(
  door: Door,
  content: Content,
  signal: AbortSignal,
): Promise<Sent> {
  const article = writeArticle(door, content)
  if ('outcome' in article) return article
  const written = await ask(door, 'article/create', article, signal)
  if (!written.done) return written.sent
  const token = begun.safeParse(written.data)
  if (!token.success) return { outcome: 'unsure', why: 'garbled' }
  const checked = await ask(door, 'article/verify', token.data, signal)
  const id = checked.done ? made.safeParse(checked.data).data?.id : undefined
  // It stands, or will in a moment, under a name that we were not told.
  if (id === undefined) return { outcome: 'unsure', why: 'garbled' }
  const told = await ask(door, 'oa/message', tellOf(id), signal)
  if (told.done) return { outcome: 'accepted', ref: id }
  if (told.sent.outcome === 'unsure') return told.sent
  const removed = await ask(door, 'article/remove', { id }, signal)
  return removed.done ? told.sent : { outcome: 'unsure', why: 'service_error' }
}

export async function rewriteArticle(
  door: Door,
  id: string,
  content: Content,
  signal: AbortSignal,
): Promise<Sent> {
  const article = writeArticle(door, content)
  if ('outcome' in article) return article
  return settle(await ask(door, 'article/update', { id, ...article }, signal), id)
}

export async function removeArticle(door: Door, id: string, signal: AbortSignal): Promise<Sent> {
  return settle(await ask(door, 'article/remove', { id }, signal), id)
}

/** Doing these twice does what doing them once did: what may have been done is done again. */
function settle(answer: ZaloAnswer, ref: string): Sent {
  if (answer.done) return { outcome: 'accepted', ref }
  const { sent } = answer
  return sent.outcome === 'unsure' ? { outcome: 'later', why: sent.why } : sent
}

function writeArticle(door: Door, content: Content): Sent | object {
  const { title = '', text = '', link, pictures = [] } = content
  const cover = pictures[0]?.url ?? door.settings['coverUrl']
  if (title === '' || text === '' || !cover) return { outcome: 'never', why: 'content_refused' }
  if (title.length > longestTitle) return { outcome: 'never', why: 'too_long' }
  return {
    type: 'normal',
    title,
    author: door.settings['author'] ?? '',
    cover: { cover_type: 'photo', photo_url: cover, status: 'show' },
    description: shorten(text, longestDescription),
    body: [
      { type: 'text', content: link ? `${text}\n${link}` : text },
      ...pictures.slice(1).map(({ url, alt }) => ({ type: 'image', url, caption: alt })),
    ],
    status: 'show',
    comment: 'hide',
  }
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s\S*$/, '')}…`
}

function tellOf(id: string): object {
  const payload = {
    template_type: 'media',
    elements: [{ media_type: 'article', attachment_id: id }],
  }
  return {
    recipient: { target: {} },
    message: { attachment: { type: 'template', payload } },
  }
}

function ask({ api, accessToken }: Door, path: string, body: object, signal: AbortSignal) {
  return askZalo({ url: `${api}/v2.0/${path}`, accessToken, body }, signal)
}
