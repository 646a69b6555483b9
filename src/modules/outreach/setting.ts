import type { OutreachVoice } from '#src/base/database.generated.ts'

/** Of the North, of the Centre, of the South. */
export type Voice = OutreachVoice

/** What an office decides once about its bulletins. */
export type OutreachSetting = {
  voice: Voice
  /** When the loudspeaker reads, by the clock: '05:30'. */
  airTimes: string[]
  /** How many times in a row. */
  repeats: number
  /** How many written words, which are syllables, the speaker says in a minute. */
  wordsPerMinute: number
  /** Digits; of the police or the clinic, which bulletins may name besides the office's own. */
  publicPhones: string[]
}

/**
 * Until the office says otherwise. Times and speed are usual ones, no rule: no source for them holds
 * for every commune.
 */
export const usualSetting: OutreachSetting = {
  voice: 'north',
  airTimes: ['05:30', '17:00'],
  repeats: 2,
  wordsPerMinute: 140,
  publicPhones: [],
}
