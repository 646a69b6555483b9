import type { Ctx } from '#src/base/ctx.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { estimateWaits, type WaitMinutes } from './estimate-wait.ts'
import type { Sitting } from './list-sittings.ts'
import { readPace } from './read-pace.ts'
import type { LineVisit } from './visit.ts'

/** How the line moves now: about how long somebody waits who has so many before them. */
export type Flow = { waitOf: (ahead: number) => WaitMinutes }

/** Reckoned once for a whole line: from how long serving takes and who is at the counters how long. */
export async function readFlow(
  ctx: Ctx,
  day: ServiceDay,
  visits: readonly Pick<LineVisit, 'state' | 'since'>[],
  sittings: readonly Sitting[],
): Promise<Flow> {
  const pace = await readPace(ctx, day)
  const busySeconds = visits
    .filter((it) => it.state === 'called' || it.state === 'serving')
    .map((it) => Math.max(0, (ctx.now.getTime() - it.since.getTime()) / 1000))
  const counters = sittings.length
  return { waitOf: estimateWaits(pace, { counters, busySeconds }) }
}
