import { words } from '#src/words/index.ts'

/** What can keep the house from opening. Each has a sentence and a remedy in `src/words/start.ts`. */
export type StartTrouble = keyof typeof words.vi.start.troubles

/** A start that cannot go on, with what is wrong and what to do. The process exits with 1. */
export class StartError extends Error {
  override name = 'StartError'
  trouble: StartTrouble

  constructor(trouble: StartTrouble, detail: string) {
    super(detail)
    this.trouble = trouble
  }
}

/** What to print: the Vietnamese sentence, what to do, then the same in English. */
export function explainStart(error: StartError): string {
  const vi = words.vi.start.troubles[error.trouble]
  const en = words.en.start.troubles[error.trouble]
  return [`✗ ${vi}`, `  ${en}`, error.message && `  → ${error.message}`].filter(Boolean).join('\n')
}
