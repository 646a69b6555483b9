import type { Ctx } from '#src/base/ctx.ts'
import { settleSendings } from '#src/modules/outreach/index.ts'
import { pushToLoudspeakers, type MakeSound } from './push-to-loudspeakers.ts'

/** Every minute: writes down what the channels have taken, and tells the loudspeaker systems. */
export async function mindChannels(ctx: Ctx, makeSound: MakeSound): Promise<void> {
  await settleSendings(ctx)
  await pushToLoudspeakers(ctx, makeSound)
}
