import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

type Db = Ctx['db']

const last = new WeakMap<Db, Promise<unknown>>()
const next = new WeakMap<Db, Promise<unknown>>()

/**
 * Waits until all that was committed before is on the disk. Those who wait at the same time wait
 * together: a wait that is running began too early for who comes now, so they share the one after it.
 */
export async function onDisk({ db }: Pick<Ctx, 'db'>): Promise<void> {
  let mine = next.get(db)
  if (!mine) {
    const before = last.get(db)?.catch(() => undefined)
    mine = Promise.resolve(before).then(() => {
      next.delete(db)
      return sql`select queue.is_on_disk()`.execute(db)
    })
    next.set(db, mine)
    last.set(db, mine)
  }
  await mine
}
