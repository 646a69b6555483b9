import type { MessageKind } from './message.ts'

/** Good to know: told only to who asked for messages, so that no officer rings up for them. */
export const onlyByMessage: ReadonlySet<MessageKind> = new Set(['received', 'booked'])

/** Told only to who said how. */
export const onlyChosen: ReadonlySet<MessageKind> = new Set(['need_paper', 'ready'])

/** Whoever is not told goes in vain: told, by phone, also to who wants no messages. */
export const mustKnow: ReadonlySet<MessageKind> = new Set([
  ...(['day_moved', 'day_cancelled', 'appointment_displaced'] as const),
])
