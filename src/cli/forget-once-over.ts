import type { World } from '#src/base/world.ts'
import { forgetOldPeople } from '#src/errands/forget-old-people.ts'
import { forgetOldDeliveries } from '#src/modules/deliveries/index.ts'
import { forgetEndedSessions, forgetOldTries } from '#src/modules/identity/index.ts'
import { readKeepDays } from '#src/modules/notices/index.ts'
import { forgetOldTracking } from '#src/modules/requests/index.ts'
import { forgetUnconfirmed } from '#src/modules/outreach/index.ts'
import { forEveryOffice } from './for-every-office.ts'

/**
 * Forgets what nobody needs any more: sessions that ended, wrong tries of more than a day ago,
 * names and phones of the line that the office keeps no longer.
 */
export async function forgetOnceOver(world: World): Promise<void> {
  await forgetOldTries({ ...world, db: world.database.nation })
  await forEveryOffice(world, 'forget_once_over', async (ctx) => {
    await forgetEndedSessions(ctx)
    await forgetOldTracking(ctx)
    await forgetOldPeople(ctx)
    await forgetUnconfirmed(ctx)
    const days = await readKeepDays(ctx)
    await forgetOldDeliveries(ctx, { before: new Date(ctx.now.getTime() - days * 86_400_000) })
  })
}
