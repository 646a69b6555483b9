import { log } from '#src/base/log.ts'
import type { World } from '#src/base/world.ts'
import { resumeCopies, settleCopies, type Composer } from '#src/modules/certification/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import type { PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import type { Storage } from '#src/outside/storage/storage.ts'
import { paths } from '#src/web/paths.ts'
import { forEveryOffice } from './for-every-office.ts'

export type CopyShop = {
  storage: Storage
  pades: PadesWorker
  composer: Composer
  /** Stands in the QR of each copy. */
  publicUrl: string
}

/** Every minute, for every office: takes over sealed copies, and gives cancelled signings anew. */
export function mindCopies(world: World, { publicUrl, ...shop }: CopyShop): Promise<void> {
  return forEveryOffice(world, 'mind_copies', async (ctx) => {
    const { slug } = await getOffice(ctx)
    const verifyUrl = (code: string) => publicUrl + paths.verifyCode(slug, code)
    const composing = { ...ctx, ...shop, verifyUrl }
    await settleCopies(composing)
    const { stuck } = await resumeCopies(composing)
    for (const one of stuck) log.warn({ office: slug, ...one }, 'copy cannot be signed anew')
  })
}
