import type { Ctx } from '#src/base/ctx.ts'
import { onDisk } from './on-disk.ts'
import { optionalName, optionalNote, requireClientKey, requireName } from './said.ts'
import { takeOver } from './take-over.ts'

/**
 * The hold becomes the booking, with its code, in one transaction; sent again it is the same booking.
 * The link stays; `getAppointment` tells the rest.
 * A hold whose time is up is taken again without a word while its seat is there or free.
 *
 * Refuses no name, and a hold whose seat somebody else has by now (`queue.hold_ended`, with the
 * nearest free times).
 */
export async function bookHeld(
  ctx: Ctx,
  input: {
    token: string
    clientKey: string
    personName: string
    bookerName: string | null
    note?: string | null
  },
): Promise<{ id: string; token: string }> {
  requireClientKey(input.clientKey)
  const person = requireName(input.personName, 'personName')
  const booker = optionalName(input.bookerName, 'bookerName')
  const note = optionalNote(input.note)
  const { token } = input
  const id = await takeOver(ctx, { token, person, booker, note })
  if (!ctx.db.isTransaction) await onDisk(ctx)
  return { id, token }
}
