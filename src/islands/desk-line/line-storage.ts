import type { JoinedDone } from '../../web/desk/line/line-view.ts'
import type { LineState } from '../../web/desk/line/line-state.ts'
import type { SpotCommand, Unsure } from '../../web/desk/line/on-the-spot.ts'

/** What is needed to go on after the page was loaded again while cut off. */
export type Kept = {
  state: LineState
  /** This machine's date when it was kept: only the difference to a later one is used. */
  wall: number
  offSince: number | null
}

const root = 'taicho-line:'

/**
 * What the page keeps in this browser. Each command has an entry of its own, so that two pages of
 * one browser never write over what the other did.
 */
export function openStorage(storage: Storage, dayId: string) {
  const mine = `${root}${dayId}:`
  const readAll = <T>(kind: string): T[] =>
    keysOf(storage, `${mine}${kind}:`).map((key) => read<T>(storage, key)!)
  return {
    keep: (kept: Kept) => {
      write(storage, `${mine}kept`, kept)
      storage.setItem(`${root}day`, dayId)
    },
    kept: () => read<Kept>(storage, `${mine}kept`),
    forget: () => storage.removeItem(`${mine}kept`),
    commands: () =>
      readAll<SpotCommand & { order: number }>('do').sort((a, b) => a.order - b.order),
    addCommand: (command: SpotCommand) => {
      const orders = readAll<{ order: number }>('do').map((it) => it.order)
      write(storage, `${mine}do:${command.key}`, { ...command, order: Math.max(0, ...orders) + 1 })
    },
    dropCommand: (key: string) => storage.removeItem(`${mine}do:${key}`),
    unsure: () => readAll<Unsure>('unsure'),
    addUnsure: (it: Unsure) => write(storage, `${mine}unsure:${it.key}`, it),
    dropUnsure: (key: string) => storage.removeItem(`${mine}unsure:${key}`),
    joined: () => read<JoinedDone[]>(storage, `${mine}joined`) ?? [],
    setJoined: (joined: JoinedDone[]) => write(storage, `${mine}joined`, joined),
    letter: () => storage.getItem(`${mine}letter`),
    setLetter: (letter: string) => storage.setItem(`${mine}letter`, letter),
    /** Never the same twice, in whatever page of this browser it is asked for. */
    takeNumber: () => {
      const number = Number(storage.getItem(`${mine}given`) ?? 0) + 1
      storage.setItem(`${mine}given`, String(number))
      return number
    },
  }
}

export type LineStorage = ReturnType<typeof openStorage>

/** The day whose line this browser showed last; for a page that was loaded while cut off. */
export function lastDay(storage: Storage): string | null {
  return storage.getItem(`${root}day`)
}

/** Days other than this one of which something is still to be joined. The rest of them is forgotten. */
export function otherDays(storage: Storage, dayId: string): string[] {
  const days = new Set(
    keysOf(storage, root).flatMap((key) => /^[^:]+:([0-9a-f-]{36}):/.exec(key)?.[1] ?? []),
  )
  days.delete(dayId)
  return [...days].filter((day) => {
    if (keysOf(storage, `${root}${day}:do:`).length > 0) return true
    for (const key of keysOf(storage, `${root}${day}:`)) storage.removeItem(key)
    return false
  })
}

/** This browser, by a name that it made for itself once. */
export function deviceOf(storage: Storage, newKey: () => string): string {
  const known = storage.getItem(`${root}device`)
  if (known) return known
  const made = newKey()
  storage.setItem(`${root}device`, made)
  return made
}

function keysOf(storage: Storage, start: string): string[] {
  return Object.keys(storage).filter((key) => key.startsWith(start))
}

function read<T>(storage: Storage, key: string): T | null {
  const text = storage.getItem(key)
  return text === null ? null : (JSON.parse(text) as T)
}

function write(storage: Storage, key: string, it: unknown): void {
  storage.setItem(key, JSON.stringify(it))
}
