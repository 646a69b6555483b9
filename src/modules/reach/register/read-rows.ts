import { fold } from '#src/base/fold.ts'
import { readCount, readPhone, readText, readYes, type Read } from './read-cells.ts'
import type { Trouble, Typed } from './register.ts'

type Row<T> = { line: number; name: string; said: T; troubles: Trouble[] }

export type HamletSaid = {
  households: number | undefined
  loudspeaker: boolean | undefined
  headName: string | undefined
  headPhone: string | undefined
}
export type HamletRow = Row<HamletSaid>

export type BusinessSaid = {
  workers: number | undefined
  contactName: string | undefined
  contactPhone: string | undefined
  address: string | undefined
  /** The hamlet by its name as the office writes it. */
  hamlet: string | undefined
}
export type BusinessRow = Row<BusinessSaid>

/** What each row says of a hamlet, with what is wrong in it. */
export function readHamletRows(typed: readonly Typed[]): HamletRow[] {
  return readRows(typed, (cells) => ({
    households: readCount(cells('households'), 20_000, 'households_impossible'),
    loudspeaker: readYes(cells('loudspeaker')),
    headName: readText(cells('headName')),
    headPhone: readPhone(cells('headPhone')),
  }))
}

/** The same of a business; its hamlet has to be one of `hamlets`. */
export function readBusinessRows(
  typed: readonly Typed[],
  hamlets: readonly string[],
): BusinessRow[] {
  const known = new Map(hamlets.map((name) => [fold(name), name]))
  const readHamlet = (text: string): Read<string> => {
    if (text === '') return { value: undefined }
    const value = known.get(fold(text))
    return value === undefined ? { value, trouble: 'hamlet_unknown' } : { value }
  }
  return readRows(typed, (cells) => ({
    workers: readCount(cells('workers'), 200_000, 'workers_impossible'),
    contactName: readText(cells('contactName')),
    contactPhone: readPhone(cells('contactPhone')),
    address: readText(cells('address')),
    hamlet: readHamlet(cells('hamlet')),
  }))
}

function readRows<T extends Record<string, unknown>>(
  typed: readonly Typed[],
  read: (cell: (key: string) => string) => { [K in keyof T]: Read<Exclude<T[K], undefined>> },
): Row<T>[] {
  const seen = new Set<string>()
  return typed.map(({ line, cells }) => {
    const name = cells['name'] ?? ''
    const cellsRead = Object.entries(read((key) => cells[key] ?? '')) as [string, Read<unknown>][]
    const troubles = cellsRead.flatMap(([, cell]) => cell.trouble ?? [])
    if (name === '') troubles.unshift('name_missing')
    else if (name.length > 200) troubles.unshift('name_too_long')
    else if (seen.has(fold(name))) troubles.unshift('name_twice')
    seen.add(fold(name))
    const said = Object.fromEntries(cellsRead.map(([key, cell]) => [key, cell.value])) as T
    return { line, name, said, troubles }
  })
}
