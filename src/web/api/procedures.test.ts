import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { useOffice } from '#test/office.ts'
import type { DB } from '#src/base/database.generated.ts'
import { listProcedures, loadCatalogue } from '#src/modules/catalogue/index.ts'

const office = useOffice()
const ask = apiOf(office)

beforeAll(() =>
  loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: office.owner }) })),
)

const find = async (q: string, more = '') =>
  (await ask(`/procedures?q=${encodeURIComponent(q)}${more}`)).body

test('procedures are found as people ask for them, best first', async () => {
  const { items } = await find('giay doc than')
  expect(items[0]).toMatchObject({
    code: '1.004873',
    name: expect.stringContaining('tình trạng hôn nhân'),
    field: expect.any(String),
    authority: expect.stringContaining('xã'),
  })
  const scores = items.map((it) => Number(it.score))
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
})

test('no more are given than asked for', async () => {
  expect((await find('giay', '&limit=2')).items).toHaveLength(2)
})

test('without a question they are listed, page by page', async () => {
  const all = await listProcedures({ db: office.database.nation, now: office.now })
  const codes = async (path: string) => (await ask(path)).body.items.map((it) => it.code)
  expect(await codes('/procedures?limit=100')).toEqual(all.map((it) => it.code))
  expect(await codes('/procedures?limit=2&offset=2')).toEqual(all.slice(2, 4).map((it) => it.code))
  expect((await ask('/procedures?q=&limit=1')).body).toMatchObject({ askBack: null })
})

test('a word that means several procedures asks back, and each choice is one of them', async () => {
  const { askBack } = await find('khai sinh')
  const { question, choices } = askBack as { question: string; choices: { code: string }[] }
  expect(question).toBe('Việc gì về khai sinh?')
  expect(choices.map((it) => it.code)).toContain('2.000635')
  for (const { code } of choices) expect((await ask(`/procedures/${code}`)).status).toBe(200)
  expect((await find('khai sinh', '&lang=en')).askBack).toMatchObject({
    question: 'What about the birth?',
  })
})

test('a procedure is told whole', async () => {
  const { body } = await ask('/procedures/1.004873')
  expect(body).toMatchObject({
    code: '1.004873',
    validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    validTo: null,
    proxy: { allowed: 'anyone' },
    vneidLevel: expect.any(Number),
    source: expect.any(String),
    checkedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
  expect(body.papers).toContainEqual(expect.objectContaining({ name: expect.any(String) }))
  expect(body.questions).toContainEqual(expect.objectContaining({ text: expect.any(String) }))
  expect(body.channels).toContainEqual(
    expect.objectContaining({ method: 'online', time: { amount: 3, unit: 'working_days' } }),
  )
})

test('every shipped procedure fits the document, in both languages', async () => {
  for (const { code } of await listProcedures({ db: office.database.nation, now: office.now })) {
    expect((await ask(`/procedures/${code}`)).status).toBe(200)
    expect((await ask(`/procedures/${code}?lang=en`)).status).toBe(200)
  }
})

test('names come in English to those who ask for it, whatever language the browser likes', async () => {
  const name = async (path: string) => (await ask(path)).body.plainName
  const vi = await name('/procedures/1.004873')
  expect(await name('/procedures/1.004873?lang=en')).not.toBe(vi)
  const browser = await ask('/procedures/1.004873', { headers: { 'accept-language': 'en' } })
  expect([browser.body.plainName, browser.headers.get('content-language')]).toEqual([vi, 'vi'])
})

test('a code that is over names what took its place', async () => {
  const { status, body } = await ask('/procedures/2.000488')
  expect(status).toBe(410)
  expect(body.error).toMatchObject({ field: 'code', successor: { code: '3.000333' } })
  expect(body.error.message).toContain('3.000333')
})

test('an older code that was never listed itself names the one in its place', async () => {
  await office.owner.query(
    "insert into catalogue.alias (old_code, code) values ('9.000488', '3.000333')",
  )
  const { status, body } = await ask('/procedures/9.000488')
  expect([status, body.error.code]).toEqual([410, 'api.procedure_replaced'])
  expect(body.error.successor).toMatchObject({ code: '3.000333' })
})

test('what stood on an earlier day is told as it stood', async () => {
  const { body } = await ask('/procedures/2.000488?at=2024-05-03')
  expect(body).toMatchObject({ authority: 'Sở Tư pháp', validTo: '2025-03-01' })
})

test('a code that had not begun on the day says which was in use', async () => {
  const { status, body } = await ask('/procedures/3.000333?at=2024-05-03')
  expect([status, body.error.code]).toEqual([404, 'catalogue.procedure_not_yet'])
  expect(body.error.message).toContain('2.000488')
})

test('a code that nobody knows is not found', async () => {
  const { status, body } = await ask('/procedures/9.999999')
  expect([status, body.error.code, body.error.field]).toEqual([
    404,
    'catalogue.procedure_unknown',
    'code',
  ])
})

test('an answer that does not fit the document is our fault, not that of who asked', async () => {
  await office.owner.query(
    `update catalogue.procedure_version set channels = '[{"method": "telegraph"}]'
      where procedure_code = '1.001193'`,
  )
  const { status, body } = await ask('/procedures/1.001193')
  expect([status, body.error.code]).toEqual([500, 'api.broken'])
})
