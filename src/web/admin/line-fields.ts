import type { Rules } from '#src/modules/queue/index.ts'

export type NumberRule = Exclude<keyof Rules, 'priorities' | 'slotMinutes'>

export const slots = [5, 10, 15, 20, 30, 60] as const

type Limits = { name: NumberRule; min: number; max: number }

/** The numbers of the rules as they stand on the form; the limits are those of the database. */
export const ruleGroups: { key: 'time' | 'limits' | 'order' | 'missed'; fields: Limits[] }[] = [
  {
    key: 'time',
    fields: [
      { name: 'usualMinutes', min: 5, max: 240 },
      { name: 'walkInPercent', min: 0, max: 100 },
      { name: 'horizonDays', min: 1, max: 120 },
      { name: 'leadMinutes', min: 0, max: 10_080 },
    ],
  },
  {
    key: 'limits',
    fields: [
      { name: 'holdMinutes', min: 1, max: 30 },
      { name: 'offerMinutes', min: 5, max: 1440 },
      { name: 'holdsPerPhone', min: 1, max: 20 },
      { name: 'bookingsPerPhone', min: 1, max: 100 },
      { name: 'holdsPerOffice', min: 1, max: 10_000 },
    ],
  },
  {
    key: 'order',
    fields: [
      { name: 'bookedHeadStartMinutes', min: 0, max: 480 },
      { name: 'lateMinutes', min: 0, max: 120 },
      { name: 'priorityHeadStartMinutes', min: 0, max: 480 },
      { name: 'nearPlaces', min: 1, max: 20 },
    ],
  },
  {
    key: 'missed',
    fields: [
      { name: 'putBackPlaces', min: 1, max: 20 },
      { name: 'missedCalls', min: 1, max: 10 },
      { name: 'rejoinMinutes', min: 0, max: 120 },
    ],
  },
]
