import type { Ctx } from '#src/base/ctx.ts'
import { log } from '#src/base/log.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import { listOffices } from '#src/modules/offices/index.ts'

/**
 * Does one piece of work for each office of the house, one after the other. What fails at one office
 * is logged and the others are served all the same; at the end the job fails, so that it is tried again.
 */
export async function forEveryOffice(
  world: World,
  job: string,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<void> {
  const failed: string[] = []
  for (const { id, slug } of await listOffices({ db: world.database.nation })) {
    try {
      await work(enterOffice(world, id, { kind: 'system', job }))
    } catch (error) {
      log.error({ job, office: slug, err: error }, 'job failed at one office')
      failed.push(slug)
    }
  }
  if (failed.length > 0) throw new Error(`${job}: ${failed.join(', ')}`)
}
