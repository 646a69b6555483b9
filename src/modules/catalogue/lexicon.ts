import { join } from 'node:path'
import { z } from 'zod'
import { read, shippedFolder } from './shipped.ts'

const Said = z.object({ vi: z.string().min(1), en: z.string().min(1) })

const Lexicon = z.object({
  /** Words that are no Vietnamese syllables and yet one word: `karaoke` is not `ka rao ke`. */
  whole: z.array(z.string()),
  /** Abbreviations, teen spelling, dialect: what is typed → what it stands for. */
  write: z.record(z.string(), z.string()),
  /** What people say → what the law calls it; both are then looked for. */
  also: z.array(z.object({ said: z.array(z.string()), means: z.array(z.string()) })),
  /** Words of talk that say nothing about what is needed. */
  idle: z.array(z.string()),
  /** Cases for few: a name that holds one of `named` counts less unless one of `asked` was said. */
  special: z.array(z.object({ named: z.array(z.string()), asked: z.array(z.string()) })).max(30),
  /** Words that mean several procedures: then it is asked back. */
  ask: z.array(
    z.object({
      said: z.array(z.string()).min(1),
      question: Said,
      choices: z.array(z.object({ code: z.string(), text: Said })).min(2),
    }),
  ),
})

/** By code, further ways in which people ask for a procedure of the national list. */
const Spoken = z.record(z.string(), z.array(z.string()))

export type Lexicon = z.infer<typeof Lexicon>

/** An administrator may add to both files; they are read anew at every start. */
export function readLexicon(folder: string): Lexicon {
  return read(join(folder, 'lexicon.json'), Lexicon)
}

export function readSpoken(folder: string): Record<string, string[]> {
  return read(join(folder, 'spoken.json'), Spoken)
}

let shipped: Lexicon | undefined

/** The lexicon of this installation. */
export function lexicon(): Lexicon {
  return (shipped ??= readLexicon(shippedFolder))
}
