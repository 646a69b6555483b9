import type { Context } from 'hono'
import type { Database } from '#src/base/db.ts'
import type { Env, House } from './env.ts'
import { openStream } from './live-stream.ts'
import { openWatch, type Subject, type Watch } from './live-watch.ts'

export type { Subject } from './live-watch.ts'

/** So often a stream says that what it told last still holds; the page listens for it. */
const beatMs = 15_000
/** Far more than any hall has; beyond it a page is told to come again later. */
const mostStreams = 5_000

/** All that this process tells the pages that are open. */
type Hub = {
  watches: Map<string, Watch>
  streams: number
  ended: boolean
  end: () => void
}

const hubs = new WeakMap<Database, Hub>()

/**
 * Answers with a stream of server-sent events: the subject's part of the page now and after every
 * change. However many pages watch a subject, this process reads a change once and renders it once
 * for each language and `view`.
 *
 * `state` carries the part, `beat` says that it still holds, `cut` that the database cannot be
 * heard; each with the server's own clock. They carry nothing that the page itself would not show.
 */
export function streamLive<S>(c: Context<Env>, subject: Subject<S>, view = ''): Response {
  const { house, lang } = c.var
  const hub = hubOf(house)
  if (hub.ended || hub.streams >= mostStreams)
    return c.text('', 503, { 'Retry-After': '30', 'Cache-Control': 'no-store' })
  const { name } = subject
  const watch =
    hub.watches.get(name) ?? openWatch(house, subject, () => void hub.watches.delete(name))
  hub.watches.set(name, watch)
  const stream = openStream(lang, view, (it) => {
    hub.streams--
    watch.leave(it)
  })
  hub.streams++
  watch.join(stream)
  return c.body(stream.body, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // nginx would hold the events back until its buffer is full.
    'X-Accel-Buffering': 'no',
  })
}

/** Ends every stream, so that the server can stop; pages connect again by themselves. */
export function endStreams(database: Database): void {
  hubs.get(database)?.end()
}

/** How many pages are open on this process. */
export function countStreams(database: Database): number {
  return hubs.get(database)?.streams ?? 0
}

function hubOf(house: House): Hub {
  const { database } = house
  const found = hubs.get(database)
  if (found) return found
  const watches = new Map<string, Watch>()
  const stopHearing = database.live.onHearing((hearing) => {
    if (!hearing) for (const watch of watches.values()) watch.cut()
  })
  const stopBeating = keepBeating(house, watches)
  const end = () => {
    hub.ended = true
    stopBeating()
    stopHearing()
    for (const watch of watches.values()) watch.close()
  }
  const hub: Hub = { watches, streams: 0, ended: false, end }
  hubs.set(database, hub)
  return hub
}

/** One timer for all pages, on the quarters of the minute: the clocks of all boards turn with it. */
function keepBeating(house: House, watches: Map<string, Watch>): () => void {
  let minute = Math.floor(house.now().getTime() / 60_000)
  const wait = () => beatMs - (house.now().getTime() % beatMs)
  const beat = () => {
    timer = setTimeout(beat, wait()).unref()
    const before = minute
    minute = Math.floor(house.now().getTime() / 60_000)
    for (const watch of watches.values()) {
      watch.beat()
      // Waits grow and days pass without anybody doing anything.
      if (minute !== before) watch.refresh()
    }
  }
  let timer = setTimeout(beat, wait()).unref()
  return () => clearTimeout(timer)
}
