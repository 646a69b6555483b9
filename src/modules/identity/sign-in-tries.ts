import { sql } from 'kysely'
import { Refusal } from '#src/base/refusal.ts'
import type { World } from '#src/base/world.ts'

/**
 * How wrong tries slow a login name down: five are free; after the fifth half a minute, doubled by
 * every further one up to a quarter of an hour; forgotten after a day. Counted by the name alone,
 * whether or not anybody has it, and never by address: a whole hall shares one address.
 */
const pauseAfter = (failures: ReturnType<typeof sql<number>>, now: Date) => sql<Date | null>`
  case when ${failures} >= 5
       then ${now}::timestamptz + least(interval '15 minutes',
              interval '30 seconds' * power(2, least(${failures} - 5, 5))) end`

const aDayBefore = (now: Date) => sql<Date>`${now}::timestamptz - interval '1 day'`

type Tries = Pick<World, 'sealer' | 'now'> & { db: World['database']['nation'] }

/**
 * Counts a try before the password is looked at, so that a hundred at the same moment are counted
 * too. Refuses while the name is paused, and says for how long.
 */
export async function countTry(world: Tries, login: string): Promise<void> {
  const { now } = world
  const login_mark = markOf(world, login)
  const failures = sql<number>`case when tries.last_try_at < ${aDayBefore(now)} then 1 else tries.failures + 1 end`
  const counted = await sql`
    insert into identity.sign_in_tries as tries (login_mark, failures, last_try_at)
    values (${login_mark}, 1, ${now})
    on conflict (login_mark) do update
       set failures = ${failures}, last_try_at = ${now},
           locked_until = ${pauseAfter(failures, now)}
     where tries.locked_until is null or tries.locked_until <= ${now}
    returning 1`.execute(world.db)
  if (counted.rows.length > 0) return

  const paused = await world.db
    .selectFrom('identity.sign_in_tries')
    .select('locked_until')
    .where('login_mark', '=', login_mark)
    .executeTakeFirst()
  const milliseconds = (paused?.locked_until?.getTime() ?? now.getTime()) - now.getTime()
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000))
  throw new Refusal('identity.locked_for_a_while', { params: { minutes } })
}

/** Takes a try back that was not wrong, but did not open the door either: the code is still wanted. */
export async function forgiveTry(world: Tries, login: string): Promise<void> {
  await world.db
    .updateTable('identity.sign_in_tries')
    .set({ failures: sql<number>`greatest(failures - 1, 0)`, locked_until: null })
    .where('login_mark', '=', markOf(world, login))
    .execute()
}

/** Forgets the wrong tries of this name: it was them. */
export async function forgetTries(world: Tries, login: string): Promise<void> {
  await world.db
    .deleteFrom('identity.sign_in_tries')
    .where('login_mark', '=', markOf(world, login))
    .execute()
}

/** Forgets what is older than a day, of all names. */
export async function forgetOldTries(world: Tries): Promise<void> {
  await world.db
    .deleteFrom('identity.sign_in_tries')
    .where('last_try_at', '<', aDayBefore(world.now))
    .execute()
}

function markOf(world: Tries, login: string): Buffer {
  return world.sealer.mark('login', login)
}
