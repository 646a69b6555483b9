import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { words } from '#src/words/index.ts'
import { ownerOf } from '#test/owner-of.ts'
import { freePort, useProgram, type RunningHouse } from '#test/program.ts'
import { useS3 } from '#test/stand-ins/s3.ts'

/** What the operator types beside a house that is open, and after it is closed. */
const program = useProgram()
const DATA_DIR = program.dataDir('house')
const { vi: said } = words
const s3 = await useS3()
let house: RunningHouse
vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  house = await program.open({ DATA_DIR })
})

test('no name or a wrong one lists what there is', async () => {
  const help = await program.run(['help'], {})
  expect(help.said).toContain('import procedures FILE')
  expect(help.code).toBe(0)
  expect((await program.run(['mở-cửa'], {})).code).toBe(2)
})

test('an office is opened with an administrator, whose password is printed once', async () => {
  const args = ['office', 'vu-ban', '--commune', '13741', '--admin', 'quantri.vuban']
  const opened = await program.run(args, { DATA_DIR })
  expect(opened.said).toMatch(/✓ \/vu-ban\n {2}quantri\.vuban {2}\S{16,}\n/)
  expect(opened.code).toBe(0)
  expect((await fetch(`${house.url}/vu-ban`)).status).toBe(200)

  const again = await program.run(args, { DATA_DIR })
  expect(again.said).toContain(said.offices.refusals['offices.slug_taken'])
  expect(again.code).toBe(1)
})

test('an office whose administrator was refused is completed by asking again', async () => {
  const open = (admin: string) =>
    program.run(['office', 'hai-son', '--commune', '13750', '--admin', admin], { DATA_DIR })
  const refused = await open('quantri.vuban')
  expect(refused.said).toContain(said.identity.refusals['identity.login_taken'])
  expect(refused.code).toBe(1)
  expect(await open('quantri.haison')).toMatchObject({ code: 0 })
})

test('an unknown commune opens nothing', async () => {
  const none = await program.run(['office', 'khong-co', '--commune', '99999'], { DATA_DIR })
  expect(none.code).toBe(1)
  expect((await fetch(`${house.url}/khong-co`)).status).toBe(404)
})

test('the national list: good lines are taken, the others listed with number and reason', async () => {
  const row = (code: string, name = 'Thủ tục thử') =>
    JSON.stringify({
      ...{ code, name, field: 'Thử', levels: ['Cấp xã'], subjects: [], legal_basis: [] },
      ...{ implementing_agencies: [], channels: [{ method: 'in_person' }] },
    })
  const file = program.dataDir('list.jsonl')
  const lines = [row('9.000001'), '{"code":', row('9.000002'), row('chín'), '', row('9.000001')]
  writeFileSync(file, lines.join('\n'))
  const imported = await program.run(['import', 'procedures', file], { DATA_DIR })
  const { importTroubles } = said.catalogue
  expect(imported.said).toContain(`✗ 2: ${importTroubles.not_json}`)
  expect(imported.said).toContain(`✗ 4: ${importTroubles.code_wrong} chín`)
  expect(imported.said).toContain(`✗ 6: ${importTroubles.code_twice}`)
  expect(imported.said).toContain('100%')
  expect(imported.code).toBe(3)
  const owner = await ownerOf(DATA_DIR)
  const { rows } = await owner.query("select code from catalogue.procedure where code like '9.%'")
  await owner.end()
  expect(rows).toEqual([{ code: '9.000001' }, { code: '9.000002' }])

  writeFileSync(file, lines[0]!)
  expect(await program.run(['import', 'procedures', file], { DATA_DIR })).toMatchObject({ code: 0 })
  expect(await program.run(['import', 'procedures', `${file}x`], {})).toMatchObject({ code: 1 })
  expect(await program.run(['import', 'nothing'], {})).toMatchObject({ code: 2 })
})

test('a backup beside the open house, put into an empty folder, holds the same rows', async () => {
  const file = program.dataDir('backup.tar.gz')
  const paper = 'papers/ab/cd/abcd'
  mkdirSync(join(DATA_DIR, dirname(paper)), { recursive: true })
  writeFileSync(join(DATA_DIR, paper), 'sealed')
  expect(await program.run(['backup', file], { DATA_DIR })).toMatchObject({ code: 0 })
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readdirSync(program.dataDir('.')).filter((it) => it.startsWith('.taicho'))).toEqual([])
  const again = await program.run(['backup', file], { DATA_DIR })
  expect(again.said).toContain(said.start.backup.exists)
  expect(again.code).toBe(1)

  const copy = { DATA_DIR: program.dataDir('restored') }
  const restored = await program.run(['restore', file], copy)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.said).toContain('(2')
  expect(readFileSync(join(copy.DATA_DIR, paper), 'utf8')).toBe('sealed')
  const second = await program.open(copy)
  expect(await countRows(copy.DATA_DIR)).toEqual(await countRows(DATA_DIR))
  expect(await (await fetch(`${second.url}/vu-ban`)).text()).toContain('Vụ Bản')
  second.signal('SIGTERM')
  await second.ended

  const over = await program.run(['restore', file], copy)
  expect(over.said).toContain(said.start.backup.notEmpty)
  expect(over.code).toBe(1)
})

test('what is no backup is not restored', async () => {
  const file = program.dataDir('letter.txt')
  writeFileSync(file, 'Kính gửi…')
  const env = { DATA_DIR: program.dataDir('nothing') }
  const refused = await program.run(['restore', file], env)
  expect(refused.said).toContain(said.start.backup.notOurs)
  expect(refused.code).toBe(1)
  expect(existsSync(env.DATA_DIR) ? readdirSync(env.DATA_DIR) : []).toEqual([])
})

test('the doctor finds all well beside the open house, and after it is closed', async () => {
  const PORT = String(await freePort())
  const open = await program.run(['doctor', '--audit'], { DATA_DIR, PORT })
  expect(open.said).toContain(said.start.doctor.all_well)
  expect(open.said).not.toContain('✗')
  expect(open.code).toBe(0)
  house.signal('SIGTERM')
  await house.ended
  const closed = await program.run(['doctor', '--audit'], { DATA_DIR, PORT })
  expect(closed.said).toBe(open.said)
  expect(closed.code).toBe(0)
})

test('the doctor asks the storage of files whether it answers and knows the key', async () => {
  const { url: S3_URL, region: S3_REGION, keyId: S3_KEY_ID, secret: S3_SECRET } = s3.account
  const set = { DATA_DIR, PORT: String(await freePort()), S3_URL, S3_REGION, S3_KEY_ID }
  expect((await program.run(['doctor'], { ...set, S3_SECRET })).said).toContain(
    `✓ ${said.start.doctor.storage}`,
  )
  const wrong = await program.run(['doctor'], { ...set, S3_SECRET: 'sai' })
  expect(wrong.said).toContain(`✗ ${said.start.doctor.storage}`)
  expect(wrong.said).toContain('403 SignatureDoesNotMatch')
  expect(wrong.code).toBe(1)
})

test('the doctor finds an entry of the trail that was changed behind its back', async () => {
  house = await program.open({ DATA_DIR })
  const owner = await ownerOf(DATA_DIR)
  await owner.query(
    `update audit.entry set action = 'offices.closed' where action = 'offices.opened'
        and office_id = (select id from offices.office where slug = 'vu-ban')`,
  )
  await owner.end()
  const examined = await program.run(['doctor', '--audit'], { DATA_DIR })
  expect(examined.said).toContain(`✗ ${said.start.doctor.audit}`)
  expect(examined.said).toContain(`vu-ban: ${said.start.doctor.broken} 1\n`)
  expect(examined.code).toBe(1)
  expect(await program.run(['doctor'], { DATA_DIR })).toMatchObject({ code: 0 })
})

test('the doctor says that there is nothing yet, and makes nothing', async () => {
  const env = { DATA_DIR: program.dataDir('nowhere') }
  const examined = await program.run(['doctor'], env)
  expect(examined.said).toContain(said.start.doctor.empty)
  expect(examined.code).toBe(1)
  expect(existsSync(env.DATA_DIR)).toBe(false)
})

test('the key of a data folder is for its owner only', () => {
  expect(statSync(`${DATA_DIR}/secrets.json`).mode & 0o777).toBe(0o600)
  expect(readFileSync(`${DATA_DIR}/secrets.json`, 'utf8')).toMatch(/^\{"key":"[0-9a-f]{64}"\}\n$/)
})

/** How many rows each table holds, but for what a house notes anew each time it opens. */
async function countRows(dataDir: string): Promise<Record<string, number>> {
  const owner = await ownerOf(dataDir)
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema', 'pgboss')
        and c.oid <> 'signing.readiness'::regclass order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${name}`)
    counts[name] = rows[0]!.n
  }
  await owner.end()
  return counts
}
