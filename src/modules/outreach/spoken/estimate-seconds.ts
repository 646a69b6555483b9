/** A stop is a breath, a comma half of one. */
const breath = 0.6

/**
 * How long it takes to read a spoken text, in whole seconds. Vietnamese is counted by syllables, which
 * are its written words; how many a speaker says in a minute is the office's own setting.
 */
export function estimateSeconds(spoken: string, wordsPerMinute: number): number {
  const words = spoken.split(/[\s-]+/).filter((it) => /\p{L}/u.test(it)).length
  const stops = spoken.match(/[.!?;:](?=\s|$)/gu)?.length ?? 0
  const commas = spoken.match(/,/gu)?.length ?? 0
  return Math.round((words / wordsPerMinute) * 60 + stops * breath + (commas * breath) / 2)
}
