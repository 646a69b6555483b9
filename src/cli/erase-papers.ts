import type { World } from '#src/base/world.ts'
import { eraseOldPapers } from '#src/modules/papers/index.ts'
import type { Storage } from '#src/outside/storage/storage.ts'
import { forEveryOffice } from './for-every-office.ts'

/** Every night, for every office: erases pictures of papers whose time is over. */
export function erasePapers(world: World, storage: Storage): Promise<void> {
  return forEveryOffice(world, 'erase_papers', (ctx) => eraseOldPapers({ ...ctx, storage }))
}
