import { announce } from '#src/base/live.ts'
import { log } from '#src/base/log.ts'
import type { Claimed } from './claim-message.ts'
import { enter, type DeliveryWorld } from './delivery-world.ts'

const everyMs = 500

/**
 * Tells whoever watches that a subject has come further, at most twice a second for each: transactions
 * that tell something commit one after the other, so it is not told with every message.
 */
export function tellProgress(world: DeliveryWorld) {
  const moved = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let telling: Promise<void> = Promise.resolve()

  async function tell(): Promise<void> {
    const all = [...moved]
    moved.clear()
    for (const [id, officeId] of all) await announce(enter(world, officeId), 'deliveries', id)
  }
  const start = () => {
    timer = undefined
    telling = tell().catch((error: unknown) => log.warn({ err: error }, 'progress was not told'))
  }
  return {
    moved: ({ office_id, subject_kind, subject_id }: Claimed) => {
      if (subject_kind === null) return
      moved.set(`${subject_kind}:${subject_id}`, office_id)
      timer ??= setTimeout(start, everyMs)
    },
    close: async () => {
      clearTimeout(timer)
      start()
      await telling
    },
  }
}
