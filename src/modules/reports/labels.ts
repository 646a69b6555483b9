import { words, type Words } from '#src/words/index.ts'
import type { Said } from './report.ts'

/** The words for one thing in both languages: `said((words) => words.requests.homes.neighbour)`. */
export function said(pick: (words: Words) => string): Said {
  return { vi: pick(words.vi), en: pick(words.en) }
}
