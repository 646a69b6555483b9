import type { Ctx } from '#src/base/ctx.ts'
import type { BulletinText } from './bulletin.ts'
import { checkText, scriptOf, type TextCheck } from './check-text.ts'
import { readKnowledge } from './read-knowledge.ts'

/** What the writer and the chairman should know of a text, and how it sounds. */
export async function readCheck(
  ctx: Ctx,
  text: BulletinText,
): Promise<TextCheck & { script: string }> {
  const knowledge = await readKnowledge(ctx)
  return { ...checkText(text, knowledge), script: scriptOf(text, knowledge.own) }
}
