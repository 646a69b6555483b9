import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { findCalledNames, findFullNames, namesHamlet } from './find-personal-data.ts'
import { readKnowledge } from './read-knowledge.ts'
import { requireFitWords } from './require-fit-text.ts'

const mostLetters = 300

/**
 * Refuses a story by which somebody could be known: beside what no bulletin may hold, any name,
 * even a given one, and any hamlet. A story is of a person, whom all the neighbours would know by it.
 */
export async function requireNamelessStory(ctx: Ctx, field: string, text: string): Promise<void> {
  if (text.length > mostLetters) throw new Refusal('outreach.story_too_long', { field })
  await requireFitWords(ctx, field, text)
  const [found] = [...findFullNames(text), ...findCalledNames(text)]
  if (found !== undefined)
    throw new Refusal('outreach.story_has_name', { field, params: { found } })
  const { hamlets } = await readKnowledge(ctx)
  if (namesHamlet(text, hamlets)) throw new Refusal('outreach.story_has_hamlet', { field })
}
