import { Refusal } from '#src/base/refusal.ts'
import type { refuseBreach } from '#src/base/refuse-breach.ts'

export const versionBreaches: Parameters<typeof refuseBreach>[0] = {
  version_has_words: ['outreach.words_missing', { field: 'titleVi' }],
  version_is_english_whole_or_not: ['outreach.english_half', { field: 'bodyEn' }],
  version_is_aired_forward: ['outreach.air_backwards', { field: 'airTo' }],
  version_is_aired_at_most_a_month: ['outreach.air_too_long', { field: 'airTo' }],
  version_is_repeated_sensibly: ['outreach.repeats_impossible', { field: 'repeats' }],
  version_is_aired_at_few_times: ['outreach.times_too_many', { field: 'times' }],
  setting_repeats_sensibly: ['outreach.repeats_impossible', { field: 'repeats' }],
  setting_airs_at_few_times: ['outreach.times_too_many', { field: 'times' }],
  setting_speed_is_human: ['outreach.speed_impossible', { field: 'wordsPerMinute' }],
}

/** Times of day, once each and in order, as '05:30'; '5h30' and '17 giờ' are taken too. Refuses what is none. */
export function requireTimes(typed: readonly string[]): string[] {
  return [...new Set(typed.map(requireTime))].sort()
}

function requireTime(typed: string): string {
  const [, hour = '', minute = '0'] =
    /^(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{1,2})?(?:\s*(?:phút|'))?$/iu.exec(typed.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59)
    throw new Refusal('outreach.time_malformed', { field: 'times', params: { typed } })
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}
