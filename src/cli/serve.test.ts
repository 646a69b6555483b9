import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { words } from '#src/words/index.ts'
import { ownerOf } from '#test/owner-of.ts'
import { freePort, until, useProgram } from '#test/program.ts'

/** The house opens, stops and comes back on one data folder, one test after the other. */
const program = useProgram()
const DATA_DIR = program.dataDir('house')
const { steps, troubles } = words.vi.start
vi.setConfig({ testTimeout: 60_000 })

test('the first start says each step that takes its time', async () => {
  const first = await program.run(['office', 'vu-ban', '--commune', '13741'], { DATA_DIR })
  expect(first).toMatchObject({ code: 0 })
  for (const step of ['create_cluster', 'migrate', 'national'] as const)
    expect(first.said).toContain(steps[step])
})

const postmaster = () => readFileSync(join(DATA_DIR, 'postgres', 'postmaster.pid'), 'utf8')
const postmasterPid = () => Number(postmaster().split('\n')[0])
const serverLog = () => readFileSync(join(DATA_DIR, 'postgres.log'), 'utf8')

/** A process that ended and that nobody has asked about yet has no command line any more. */
function isAlive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s answers the page that is being made, then closes the database cleanly',
  async (signal) => {
    const house = await program.open({ DATA_DIR })
    const pid = postmasterPid()
    const owner = await ownerOf(DATA_DIR)
    await owner.query('begin; lock offices.office in access exclusive mode')
    const page = fetch(`${house.url}/vu-ban`)
    const watcher = await ownerOf(DATA_DIR)
    await until(async () => {
      const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
      return (await watcher.query(waiting)).rows.length > 0
    })
    house.signal(signal)
    await until(() => house.said().includes(steps.stop))
    await expect(fetch(house.url)).rejects.toThrow('fetch failed')
    await owner.query('commit')

    expect((await page).status).toBe(200)
    expect(await (await page).text()).toContain('Vụ Bản')
    expect(await house.ended).toMatchObject({ code: 0 })
    expect(isAlive(pid)).toBe(false)
    expect(serverLog()).toContain('database system is shut down')
    expect(existsSync(join(DATA_DIR, 'taicho.pid'))).toBe(false)
  },
)

test('boards that are open do not hold up the stop', async () => {
  const house = await program.open({ DATA_DIR })
  const board = await fetch(`${house.url}/vu-ban/bang-so/luong`)
  const told = board.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await told.read()).value).toContain('retry:')
  const from = performance.now()
  house.signal('SIGTERM')
  while (!(await told.read()).done);
  expect(await house.ended).toMatchObject({ code: 0 })
  expect(performance.now() - from).toBeLessThan(5000)
})

test('after a clean stop the next start has nothing to recover, and the data is there', async () => {
  const house = await program.open({ DATA_DIR })
  expect(await (await fetch(`${house.url}/readyz`)).text()).toBe('ok')
  expect((await fetch(`${house.url}/vu-ban`)).status).toBe(200)
  expect(house.said()).not.toContain(steps.recover)
  expect(serverLog()).not.toContain('recovery')
  house.signal('SIGTERM')
  await house.ended
})

test('killed, it leaves a database behind, which the next start takes over with all data', async () => {
  const killed = await program.open({ DATA_DIR })
  const orphan = postmasterPid()
  killed.signal('SIGKILL')
  await killed.ended
  expect(isAlive(orphan)).toBe(true)

  const house = await program.open({ DATA_DIR })
  expect(house.said()).toContain(steps.recover)
  expect(isAlive(orphan)).toBe(false)
  expect((await fetch(`${house.url}/vu-ban`)).status).toBe(200)
  house.signal('SIGTERM')
  expect(await house.ended).toMatchObject({ code: 0 })
})

test('after a power cut, which ends both at once, the data is there', async () => {
  const cut = await program.open({ DATA_DIR })
  process.kill(postmasterPid(), 'SIGKILL')
  cut.signal('SIGKILL')
  await cut.ended
  const house = await program.open({ DATA_DIR })
  expect(house.said()).toContain(steps.recover)
  expect((await fetch(`${house.url}/vu-ban`)).status).toBe(200)
  house.signal('SIGTERM')
  await house.ended
})

test('a second house on the same data folder is refused, and the first goes on', async () => {
  const house = await program.open({ DATA_DIR })
  const PORT = String(await freePort())
  const second = await program.run(['serve'], { DATA_DIR, PORT })
  expect(second.said).toContain(troubles.already_running)
  expect(second.code).toBe(1)
  expect((await fetch(`${house.url}/readyz`)).status).toBe(200)
  house.signal('SIGTERM')
  await house.ended
})

test('a database that ends by itself ends the house with a word, for the watchman to start it', async () => {
  const house = await program.open({ DATA_DIR })
  process.kill(postmasterPid(), 'SIGQUIT')
  const { code, said } = await house.ended
  expect(said).toContain(troubles.database_lost)
  expect(code).toBe(1)
})

test('a stop signal during the first start cuts it short; the next start takes it up again', async () => {
  const fresh = program.dataDir('cut-short')
  const first = program.launch(['migrate'], { DATA_DIR: fresh })
  await until(() => first.said().includes(steps.create_cluster))
  first.child.kill('SIGKILL')
  await first.ended

  const second = program.launch(['serve'], { DATA_DIR: fresh, PORT: '0' })
  await until(() => second.said().includes(steps.national))
  second.child.kill('SIGTERM')
  const { code, said } = await second.ended
  expect(said).toContain(steps.stop)
  expect(said).not.toContain('    at ')
  expect(code).toBe(0)
  expect(existsSync(join(fresh, 'postgres', 'postmaster.pid'))).toBe(false)

  expect(await program.run(['migrate'], { DATA_DIR: fresh })).toMatchObject({ code: 0 })
  const examined = await program.run(['doctor'], {
    DATA_DIR: fresh,
    PORT: String(await freePort()),
  })
  expect(examined.said).toContain(words.vi.start.doctor.all_well)
})
