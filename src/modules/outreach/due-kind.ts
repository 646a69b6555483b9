import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { approvedOf, latestOf, type Bulletin } from './bulletin.ts'
import { saysTheSame, type DaySaid } from './day-said.ts'
import type { TemplateKind } from './default-templates.ts'

/** So many days before a day that was called off and never told of, people hear that it is not held. */
const cancelledAhead = 7
/** So many days after a move was told of, the day is told of again. */
const reminderAfter = 2

/**
 * What is to be told of this day now, beyond what was written already: the day before, that it comes;
 * at once, that it was moved or called off, or that its place or hours are others (`says`) than were told.
 * `early`: an officer does not want to wait for the day before.
 * Null when there is nothing to add.
 */
export function dueKind(
  day: ServiceDay,
  bulletin: Bulletin | null,
  today: Temporal.PlainDate,
  { says, early = false }: { says: DaySaid; early?: boolean | undefined },
): TemplateKind | null {
  const ahead = today.until(day.date).days
  const told = bulletin && !bulletin.withdrawn ? latestOf(bulletin) : null
  if (ahead < 0 || day.state === 'closed') return null
  // Taken back on purpose: told of again only when an officer asks.
  if (bulletin?.withdrawn && !early) return null
  if (day.state === 'cancelled') {
    if (told?.kind === 'cancelled') return null
    return told || ahead <= cancelledAhead ? 'cancelled' : null
  }
  const toldDate = told?.dayDate ?? day.announcedDate
  if (!day.date.equals(toldDate)) return 'moved'
  if (told?.daySaid && !saysTheSame(told.daySaid, says)) {
    const stands = bulletin && approvedOf(bulletin)
    // Nobody has read the old ones, or they hold again: the same news is written anew.
    if (!stands?.daySaid) return told.kind === 'own' ? null : told.kind
    return saysTheSame(stands.daySaid, says) ? 'weekly' : 'changed'
  }
  if (ahead > 1 && !early) return null
  if (!told) return 'weekly'
  // A day that was moved long ago is told of again when it comes near.
  const since = vietnamDay(told.writtenAt).until(today).days
  return told.kind === 'moved' && since >= reminderAfter ? 'weekly' : null
}
