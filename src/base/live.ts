import { sql } from 'kysely'
import pg from 'pg'
import type { Ctx } from './ctx.ts'
import { log } from './log.ts'

const channel = 'taicho_live'
const longestPauseMs = 5_000

/** What changed, told to every process on the same database. */
export type Live = {
  /**
   * Calls `onChange` after each committed change of this subject, also once when the connection was
   * lost and is back, because changes may have been missed. Returns how to stop listening.
   */
  subscribe: (topic: string, id: string, onChange: () => void) => () => void
  /** False while the database cannot be heard; `onHearing` is called whenever that turns. */
  hearing: () => boolean
  onHearing: (told: (hearing: boolean) => void) => () => void
  close: () => Promise<void>
}

/**
 * Tells whoever listens that the subject changed, once the running transaction commits; nothing is
 * told of one that fails. PostgreSQL commits transactions that tell something one after the other
 * (its notification queue has one lock), so this is for what people watch, not for every row.
 */
export async function announce(ctx: Ctx, topic: string, id: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${`${topic}:${id}`})`.execute(ctx.db)
}

/**
 * Listens on one connection of its own, opened by the first subscription, and opened again with
 * growing pauses when it is lost.
 */
export function openLive(url: string): Live {
  const subscribers = new Map<string, Set<() => void>>()
  const watchers = new Set<(hearing: boolean) => void>()
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | undefined
  let heard = false
  let begun = false
  let closed = false

  async function listen(pauseMs: number): Promise<void> {
    const mine = new pg.Client({ connectionString: url, keepAlive: true })
    client = mine
    let over = false
    const lose = () => {
      if (over) return
      over = true
      turn(false)
      mine.end().catch(() => undefined)
      if (closed) return
      again = setTimeout(() => void listen(Math.min(pauseMs * 2, longestPauseMs)), pauseMs)
      again.unref()
    }
    mine.on('error', lose)
    mine.on('end', lose)
    mine.on('notification', ({ payload }) => {
      for (const onChange of subscribers.get(payload ?? '') ?? []) onChange()
    })
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
    } catch (error) {
      log.warn({ err: error }, 'cannot listen for changes')
      lose()
      return
    }
    if (closed) {
      await mine.end()
      return
    }
    pauseMs = 100
    turn(true)
    // What happened before the ear was open, or while it was deaf.
    for (const all of subscribers.values()) for (const onChange of all) onChange()
  }

  function turn(hearing: boolean) {
    if (hearing === heard) return
    heard = hearing
    for (const told of watchers) told(hearing)
  }

  return {
    subscribe: (topic, id, onChange) => {
      const key = `${topic}:${id}`
      const all = subscribers.get(key) ?? new Set()
      all.add(onChange)
      subscribers.set(key, all)
      if (!begun) {
        begun = true
        void listen(100)
      }
      return () => {
        all.delete(onChange)
        if (all.size === 0 && subscribers.get(key) === all) subscribers.delete(key)
      }
    },
    hearing: () => heard,
    onHearing: (told) => {
      watchers.add(told)
      return () => watchers.delete(told)
    },
    close: async () => {
      closed = true
      clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
