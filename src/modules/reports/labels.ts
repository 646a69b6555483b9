import { words, type Words } from '#src/words/index.ts'
import type { Said } from './report.ts'

/** The words for one thing in both languages: `said((words) => words.homeKinds.neighbour)`. */
export function said(pick: (words: Words['reports']) => string): Said {
  return { vi: pick(words.vi.reports), en: pick(words.en.reports) }
}
