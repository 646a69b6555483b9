import type { Revision } from '../pdf/open-revision.ts'
import { as, type Dict, type PdfObject } from '../pdf/pdf-object.ts'

/** Two revisions of one file, the signed one first. */
export type Pair = {
  signed: Revision
  final: Revision
  /** Objects that are compared on their own: pages, fields, boxes. A reference to one is enough. */
  apart: Set<number>
  /** Pairs of objects already found the same, so that the whole file is walked once. */
  same: Set<string>
}

/** Where two objects first differ: the number of the object in the file, and the key inside it. */
export type Difference = { num: number | undefined; key: string }

type Step = { a: PdfObject; b: PdfObject; num: number | undefined; key: string }

/**
 * Whether an object means the same in both revisions, with everything that it leads to: a page whose
 * picture was exchanged differs although the page itself does not. Without recursion, for files that
 * chain a hundred thousand objects.
 */
export function findDifference(
  pair: Pair,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
  key = '',
): Difference | null {
  const steps: Step[] = [{ a: a ?? null, b: b ?? null, num: undefined, key }]
  const met = new Set<string>()
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (!compareOne(pair, step, steps, met)) return { num: step.num, key: step.key }
  }
  // Only now: what a walk met before it found a difference has not been walked to its end.
  for (const name of met) pair.same.add(name)
  return null
}

/** The first key, but for the free ones, whose value differs. */
export function changedKey(pair: Pair, was: Dict, is: Dict, free: Set<string>): string | undefined {
  const keys = new Set([...was.map.keys(), ...is.map.keys()])
  return [...keys].find(
    (key) => !free.has(key) && findDifference(pair, was.map.get(key), is.map.get(key)) !== null,
  )
}

function compareOne(
  pair: Pair,
  { a, b, num, key }: Step,
  steps: Step[],
  met: Set<string>,
): boolean {
  const refA = as('ref', a)
  const refB = as('ref', b)
  if (refA || refB) {
    if (refA && refB) {
      if (refA.num === refB.num && pair.apart.has(refA.num)) return true
      const name = `${refA.num} ${refB.num}`
      if (pair.same.has(name) || met.has(name)) return true
      met.add(name)
    }
    const next = refB?.num ?? refA?.num
    steps.push({ a: pair.signed.get(a), b: pair.final.get(b), num: next, key })
    return true
  }
  pair.final.file.budget.look(0)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    for (const [i, it] of a.entries()) steps.push({ a: it, b: b[i]!, num, key })
    return true
  }
  if (a.kind === 'name') return b.kind === 'name' && a.name === b.name
  if (a.kind === 'text') return b.kind === 'text' && equal(pair, a.bytes, b.bytes)
  if (a.kind === 'dict') return b.kind === 'dict' && compareDicts(a, b, num, steps)
  if (a.kind !== 'stream' || b.kind !== 'stream') return false
  return equal(pair, a.raw, b.raw) && compareDicts(a.dict, b.dict, num, steps)
}

function compareDicts(a: Dict, b: Dict, num: number | undefined, steps: Step[]): boolean {
  for (const key of new Set([...a.map.keys(), ...b.map.keys()])) {
    steps.push({ a: a.map.get(key) ?? null, b: b.map.get(key) ?? null, num, key })
  }
  return true
}

function equal(pair: Pair, a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  if (a.buffer === b.buffer && a.byteOffset === b.byteOffset) return true
  pair.final.file.budget.look(a.length)
  return Buffer.compare(a, b) === 0
}
