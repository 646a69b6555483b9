import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { log } from './log.ts'

/** Work that the house does by itself, at a time of day in Việt Nam. */
export type Job = {
  name: string
  /** Minute, hour, day, month, weekday, as cron has them. */
  cron: string
  /** So often that the log does not say each time that it was done. */
  often?: boolean
  /** At every start, however short the pause was: what it looks at may have changed meanwhile. */
  everyStart?: boolean
  /** Throws when it could not be done: it is tried again, and at the next time. */
  run: () => Promise<void>
}

type Jobs = {
  /** Waits for the job that is being done. */
  stop: () => Promise<void>
}

const schema = 'pgboss'
const quiet = { registerInstance: false, reindex: false, monitorVacuum: false } as const

/**
 * Runs these jobs at their times with pg-boss, whose tables lie in the same database. An office's
 * PC is off at night: each job also runs once after a start, unless it ran in the last half day, or
 * is one for every start.
 *
 * pg-boss looks after its own tables as their owner; the program uses them as `taicho_app`, over the
 * connections that it has already.
 */
export async function startJobs(ownerUrl: string, pool: pg.Pool, jobs: Job[]): Promise<Jobs> {
  await prepare(ownerUrl, jobs)
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = new PgBoss({
    ...{ db, schema, migrate: false, createSchema: false, ...quiet },
    // Nothing here is in a hurry: ask seldom, so that an idle house is idle.
    ...{ superviseIntervalSeconds: 3600, monitorIntervalSeconds: 3600 },
    ...{ queueCacheIntervalSeconds: 3600, flowIntervalSeconds: 3600 },
    ...{ cronMonitorIntervalSeconds: 45, cronWorkerIntervalSeconds: 45 },
  })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  await boss.start()
  try {
    for (const job of jobs) await take(boss, job)
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

/** Makes or upgrades the tables of pg-boss and one queue a job, and lets the program use them. */
async function prepare(ownerUrl: string, jobs: Job[]): Promise<void> {
  const owner = new PgBoss({
    ...{ connectionString: ownerUrl, schema, max: 1, schedule: false, supervise: false, ...quiet },
  })
  owner.on('error', (error) => log.error({ err: error }, 'jobs'))
  await owner.start()
  try {
    for (const { name } of jobs) {
      if (await owner.getQueue(name)) continue
      await owner.createQueue(name, { policy: 'stately', retryLimit: 2, retryDelay: 300 })
    }
    await owner.getDb().executeSql(`
      grant usage on schema ${schema} to taicho_app;
      grant select, insert, update, delete on all tables in schema ${schema} to taicho_app;
      grant execute on all functions in schema ${schema} to taicho_app`)
  } finally {
    await owner.stop({ graceful: false })
  }
}

async function take(boss: PgBoss, { name, cron, often, everyStart, run }: Job): Promise<void> {
  await boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' })
  const seldom = { singletonKey: 'after start', singletonSeconds: 12 * 3600 }
  await boss.send(name, null, everyStart ? {} : seldom)
  // After the sending: it looks for work at once, and then every half minute.
  await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
    const from = Date.now()
    try {
      await run()
      log[often ? 'debug' : 'info']({ job: name, ms: Date.now() - from }, 'job done')
    } catch (error) {
      log.error({ job: name, err: error }, 'job failed')
      throw error
    }
  })
}
