import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { startJobs } from '#src/base/jobs.ts'
import { forEveryOffice } from './for-every-office.ts'
import { forgetOnceOver } from './forget-once-over.ts'
import { otherOffice, useOffice } from '#test/office.ts'
import { until } from '#test/program.ts'

const office = useOffice()
vi.setConfig({ testTimeout: 60_000 })

const ownerUrl = () => office.owner.options.connectionString!
const world = () => ({ database: office.database, sealer: office.sealer, now: office.now })

test('one office where the work fails does not keep it from the others', async () => {
  const neighbour = await otherOffice(office)
  const served: string[] = []
  const work = forEveryOffice(world(), 'try', async (ctx) => {
    if (ctx.officeId === office.officeId) throw new Error('here it fails')
    expect(ctx.actor).toEqual({ kind: 'system', job: 'try' })
    served.push(ctx.officeId)
  })
  await expect(work).rejects.toThrow('try: vu-ban')
  expect(served).toEqual([neighbour.officeId])
})

test('sessions that ended and tries of the day before are forgotten, the others kept', async () => {
  const officerId = randomUUID()
  await office.owner.query(
    `insert into identity.officer (id, office_id, login, full_name, role, password_hash,
       must_change_password, added_at)
     values ($1, $2, 'thu.phien', 'Cán bộ Thử', 'officer', '$argon2id$x', false, now())`,
    [officerId, office.officeId],
  )
  for (const [hash, hours] of [
    ['a', -1],
    ['b', 1],
  ] as const)
    await office.owner.query(
      `insert into identity.session (office_id, officer_id, token_hash, created_at, last_seen_at, expires_at)
       values ($1, $2, decode(repeat($3, 64), 'hex'), $4, $4, $4::timestamptz + $5 * interval '1 hour')`,
      [office.officeId, officerId, hash, office.now, hours],
    )
  for (const [code, hours] of [
    ['CU', -25],
    ['MOI', -1],
  ] as const) {
    const at = new Date(office.now.getTime() + hours * 3_600_000)
    const params = [office.officeId, code, at]
    await office.owner.query('insert into requests.track_try values ($1, $2, 1, $3)', params)
    await office.owner.query('insert into identity.sign_in_tries values ($1, 1, $2)', [code, at])
  }
  await forgetOnceOver(world())
  const left = async (query: string) => (await office.owner.query(query)).rows
  expect(
    await left("select encode(token_hash, 'hex') like 'bb%' as new from identity.session"),
  ).toEqual([{ new: true }])
  expect(await left('select code from requests.track_try')).toEqual([{ code: 'MOI' }])
  expect(await left('select count(*) as n from identity.sign_in_tries')).toEqual([{ n: 1 }])
})

test('after a start a job runs once, as the role that runs the program; not again at the next start', async () => {
  let runs = 0
  const job = { name: 'try_once', cron: '10 1 * * *', run: async () => void (runs += 1) }
  const first = await startJobs(ownerUrl(), office.database.pool, [job])
  await until(() => runs === 1)
  await first.stop()
  const second = await startJobs(ownerUrl(), office.database.pool, [job])
  await second.stop()
  expect(runs).toBe(1)
  const { rows } = await office.owner.query('select name, cron, timezone from pgboss.schedule')
  expect(rows).toEqual([{ name: 'try_once', cron: '10 1 * * *', timezone: 'Asia/Ho_Chi_Minh' }])
})

test('a job for every start runs at each of them', async () => {
  let runs = 0
  const run = async () => void (runs += 1)
  const job = { name: 'try_always', cron: '10 1 * * *', everyStart: true, run }
  for (const times of [1, 2]) {
    const jobs = await startJobs(ownerUrl(), office.database.pool, [job])
    await until(() => runs === times)
    await jobs.stop()
  }
})

test('a job under way is ended before the house stops, and its database stays usable', async () => {
  let ended = false
  const going = Promise.withResolvers<void>()
  const run = async () => {
    going.resolve()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await office.database.pool.query('select 1')
    ended = true
  }
  const name = 'try_slow'
  const jobs = await startJobs(ownerUrl(), office.database.pool, [{ name, cron: '0 0 1 1 *', run }])
  await going.promise
  await jobs.stop()
  expect(ended).toBe(true)
})
