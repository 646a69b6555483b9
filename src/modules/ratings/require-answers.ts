import { Refusal } from '#src/base/refusal.ts'
import type { Answers } from './rating.ts'

const longest = 1000

/** Refuses a star left out or out of range; gives the sentence, null when nothing was written. */
export function requireAnswers(input: Answers): string | null {
  for (const question of ['guidance', 'speed', 'attitude'] as const)
    if (!isBetween(input[question], 1, 5))
      throw new Refusal('ratings.stars_missing', { field: question })
  if (!isBetween(input.returns, 0, 3))
    throw new Refusal('ratings.returns_missing', { field: 'returns' })
  const sentence = (input.sentence ?? '').normalize('NFC').trim()
  if (sentence.length > longest)
    throw new Refusal('ratings.sentence_too_long', { field: 'sentence' })
  return sentence === '' ? null : sentence
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
