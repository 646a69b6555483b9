import type { Message } from './message.ts'

/** Whether an officer's word that this one was told, or not reached, can be taken back. */
export function mayTakeBack(
  { state, toldBy, usefulUntil }: Pick<Message, 'state' | 'toldBy' | 'usefulUntil'>,
  now: Date,
): boolean {
  const byOfficer = state === 'not_reached' || (state === 'told' && toldBy !== null)
  return byOfficer && (usefulUntil === null || usefulUntil > now)
}
