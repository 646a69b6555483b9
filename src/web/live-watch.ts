import type { Ctx } from '#src/base/ctx.ts'
import { log } from '#src/base/log.ts'
import { enterOffice } from '#src/base/world.ts'
import type { Lang } from '#src/words/index.ts'
import { buildMark } from './assets.ts'
import type { House } from './env.ts'
import { clockOf } from './live-clock.ts'
import { greeting, writeEvent, type LiveStream } from './live-stream.ts'

/** Something that pages watch: what it is called, how it is read, and what is shown of it. */
export type Subject<S> = {
  /** Pages that watch the same name share what is read. */
  name: string
  officeId: string
  read: (ctx: Ctx) => Promise<S>
  /** Whose changes to listen for, by topic and id; asked after every reading. */
  topics: (state: S) => [topic: string, id: string][]
  /** The part of the page that is live, as the page itself paints it first. */
  render: (state: S, lang: Lang, view: string) => string
}

/** One subject and all the pages that watch it. */
export type Watch = {
  join: (stream: LiveStream) => void
  leave: (stream: LiveStream) => void
  /** Something may have changed: it is read again. */
  refresh: () => void
  /** What was told last still holds. */
  beat: () => void
  /** The database cannot be heard: what is shown may be old. */
  cut: () => void
  close: () => void
}

/** While one reading runs, any number of changes ask for one more. */
export function openWatch<S>(house: House, subject: Subject<S>, onEmpty: () => void): Watch {
  const streams = new Set<LiveStream>()
  const listening = new Map<string, () => void>()
  const { live } = house.database
  let show: ((stream: LiveStream) => string) | null = null
  let current = false
  let reading = false
  let again = false

  async function look(): Promise<void> {
    if (reading) {
      again = true
      return
    }
    reading = true
    try {
      do {
        again = false
        const state = await read()
        listenTo(subject.topics(state))
        show = renderOnce(subject, state)
        current = live.hearing()
        for (const stream of streams) tell(stream)
      } while (again && streams.size > 0)
    } catch (error) {
      log.warn({ err: error }, 'a live page could not be read')
      cut()
    } finally {
      reading = false
    }
  }

  function read(): Promise<S> {
    const { database, sealer, now } = house
    const world = { database, sealer, now: now() }
    return subject.read(enterOffice(world, subject.officeId, { kind: 'citizen' }))
  }

  /** What is listened for changes with the state: at midnight the board turns to another day. */
  function listenTo(topics: [string, string][]): void {
    const wanted = new Map(topics.map(([topic, id]) => [`${topic}:${id}`, [topic, id] as const]))
    for (const [key, stop] of listening)
      if (!wanted.has(key) || streams.size === 0) {
        stop()
        listening.delete(key)
      }
    if (streams.size === 0) return
    for (const [key, [topic, id]] of wanted)
      if (!listening.has(key))
        listening.set(
          key,
          live.subscribe(topic, id, () => void look()),
        )
  }

  function tell(stream: LiveStream): void {
    const html = show?.(stream)
    if (html === undefined || html === stream.shown) return
    stream.shown = html
    const now = clockOf(stream.lang, house.now())
    stream.send(writeEvent('state', { html, build: buildMark, ...now }))
  }

  function cut(): void {
    current = false
    for (const stream of streams) {
      // Told again when it is known again, even when nothing changed.
      stream.shown = null
      stream.send(writeEvent('cut', clockOf(stream.lang, house.now())))
    }
  }

  return {
    join: (stream) => {
      streams.add(stream)
      stream.send(greeting)
      if (current) tell(stream)
      else void look()
    },
    leave: (stream) => {
      streams.delete(stream)
      if (streams.size > 0) return
      listenTo([])
      onEmpty()
    },
    refresh: () => {
      if (live.hearing()) void look()
    },
    beat: () => {
      if (!current) {
        if (live.hearing()) void look()
        return
      }
      for (const stream of streams)
        stream.mention(
          writeEvent('beat', { build: buildMark, ...clockOf(stream.lang, house.now()) }),
        )
    },
    cut,
    close: () => {
      for (const stream of streams) stream.end()
    },
  }
}

/** Rendered for the first page that asks in its language and view, and kept for the others. */
function renderOnce<S>(subject: Subject<S>, state: S): (stream: LiveStream) => string {
  const rendered = new Map<string, string>()
  return ({ lang, view }) => {
    const key = `${lang} ${view}`
    const found = rendered.get(key)
    if (found !== undefined) return found
    const html = subject.render(state, lang, view)
    rendered.set(key, html)
    return html
  }
}
