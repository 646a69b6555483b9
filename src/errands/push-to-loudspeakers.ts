import type { Ctx } from '#src/base/ctx.ts'
import {
  findPublished,
  listDuePushes,
  notePush,
  type DuePush,
  type Published,
} from '#src/modules/outreach/index.ts'
import { pushToSpeakers, removeFromSpeakers } from '#src/outside/loudspeaker/push-to-speakers.ts'

/** The sound of a version as MP3; null on a machine without a voice, where nobody has read it. */
export type MakeSound = (
  ctx: Ctx,
  it: { bulletinId: string; version: Published; format: 'mp3' },
) => Promise<{ content: Buffer } | null>

const zone = 'Asia/Ho_Chi_Minh'
const priorities = { normal: 'usual', priority: 'high', urgent: 'urgent' } as const

/**
 * Every minute: the loudspeaker systems of an office get the sound of what was approved, with the moments
 * at which it is to be aired, and are told what was withdrawn. The same twice airs once, so that whatever
 * was not answered is tried again.
 */
export async function pushToLoudspeakers(ctx: Ctx, makeSound: MakeSound): Promise<void> {
  for (const push of await listDuePushes(ctx))
    await notePush(ctx, { push, outcome: await tell(ctx, push, makeSound) })
}

async function tell(ctx: Ctx, push: DuePush, makeSound: MakeSound) {
  const stands = await findPublished(ctx, push)
  if (push.kind === 'remove' || !stands) return removeFromSpeakers(push, push.bulletinId)
  const input = { bulletinId: push.bulletinId, version: stands, format: 'mp3' as const }
  const sound = await makeSound(ctx, input)
  if (!sound) return 'no_sound'
  return pushToSpeakers(push, {
    id: push.bulletinId,
    title: stands.titleVi,
    at: listMoments(stands, ctx.now),
    repeats: stands.air.repeats,
    priority: priorities[stands.priority],
    clusters: [],
    sound: sound.content,
  })
}

const freshFor = 12 * 3_600_000

/** Each time of each day that is still to come; what is urgent also at the moment of its approval. */
function listMoments({ air, priority, approvedAt }: Published, now: Date): Date[] {
  const atOnce = priority === 'urgent' && now.getTime() - approvedAt.getTime() < freshFor
  const days = Array.from({ length: air.from.until(air.to).days + 1 }, (_, i) =>
    air.from.add({ days: i }),
  )
  const planned = days
    .flatMap((day) =>
      air.times.map(
        (plainTime) =>
          new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds),
      ),
    )
    .filter((at) => at > now)
  return atOnce ? [approvedAt, ...planned] : planned
}
