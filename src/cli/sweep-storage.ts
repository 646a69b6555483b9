import { log } from '#src/base/log.ts'
import type { World } from '#src/base/world.ts'
import { listCertificationAddresses } from '#src/modules/certification/index.ts'
import { listFileAddresses } from '#src/modules/papers/index.ts'
import { listSigningAddresses } from '#src/modules/signing/index.ts'
import type { Storage } from '#src/outside/storage/storage.ts'
import { forEveryOffice } from './for-every-office.ts'

const twoDays = 48 * 3600_000

/**
 * Every night: removes from the storage what belongs to no office. A file is put there before the
 * row that names it is final; a crash between leaves the file. What is younger than two days may
 * still be on its way and stays. When one office cannot be asked, nothing at all is removed.
 */
export async function sweepStorage(world: World, storage: Storage): Promise<void> {
  const ours = new Set<string>()
  await forEveryOffice(world, 'sweep_storage', async (ctx) => {
    for (const address of await listFileAddresses(ctx)) ours.add(address)
    for (const address of await listSigningAddresses(ctx)) ours.add(address)
    for (const address of await listCertificationAddresses(ctx)) ours.add(address)
  })
  const before = new Date(world.now.getTime() - twoDays)
  let removed = 0
  for await (const address of storage.list())
    if (!ours.has(address) && (await storage.removeOlder(address, before))) removed += 1
  if (removed > 0) log.info({ removed }, 'files of nobody removed from the storage')
}
