import { Trouble } from './trouble.ts'

/** What one file may cost. Generous for real papers, a wall for files made to exhaust us. */
export const limits = {
  fileBytes: 100 * 2 ** 20,
  inflatedBytes: 64 * 2 ** 20,
  xrefSections: 2_000,
  entries: 500_000,
  elements: 2_000_000,
  nameBytes: 1_024,
  depth: 100,
  signatures: 100,
  signatureBytes: 2 ** 20,
  milliseconds: 4_000,
}

/** Counts down while one file is read; whoever reads pays, and the last penny is a `too_heavy`. */
export type Budget = {
  /** Pays for bytes looked at. The same byte may be paid for many times. */
  look: (bytes: number) => void
  /** Pays for bytes unpacked or decoded, which stay in memory. */
  inflate: (bytes: number) => void
  /** Pays for a line of a table of contents. */
  entry: () => void
  /** Pays for a part of an array or of a dictionary. */
  element: () => void
  inflatedLeft: () => number
}

/** A budget for a file of so many bytes: each may be looked at some twenty times over. */
export function openBudget(fileBytes: number): Budget {
  if (fileBytes > limits.fileBytes) throw new Trouble('too_large')
  const until = performance.now() + limits.milliseconds
  let looks = 20 * fileBytes + 50 * 2 ** 20
  let inflated = limits.inflatedBytes
  let entries = limits.entries
  let elements = limits.elements
  let sinceClock = 0
  return {
    look(bytes) {
      looks -= bytes + 16
      if (looks < 0) throw new Trouble('too_heavy')
      if (++sinceClock < 256 && bytes < 2 ** 20) return
      sinceClock = 0
      if (performance.now() > until) throw new Trouble('too_heavy')
    },
    inflate(bytes) {
      inflated -= bytes
      if (inflated < 0) throw new Trouble('too_heavy')
    },
    entry() {
      if (--entries < 0) throw new Trouble('too_heavy')
    },
    element() {
      if (--elements < 0) throw new Trouble('too_heavy')
      if (elements % 1_024 === 0 && performance.now() > until) throw new Trouble('too_heavy')
    },
    inflatedLeft: () => inflated,
  }
}
