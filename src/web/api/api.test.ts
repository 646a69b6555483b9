import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, test } from 'vitest'
import { writeNation } from '#test/nation.ts'
import { useOffice } from '#test/office.ts'
import { apiOf, type Document } from '#test/api.ts'

const office = useOffice()
const ask = apiOf(office)

const readDocument = async () => (await ask('/openapi.json')).body as unknown as Document

beforeAll(() => writeNation(office.owner))

test('the document is a right OpenAPI 3.1 document', async () => {
  const { body, status } = await ask('/openapi.json')
  expect(status).toBe(200)
  const validator = new Validator()
  expect(await validator.validate(body)).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('the document would be told wrong, were it wrong', async () => {
  const { body } = await ask('/openapi.json')
  const wrong = { ...body, paths: { '/procedures': { get: { responses: 'none' } } } }
  expect(await new Validator().validate(wrong)).toMatchObject({ valid: false })
})

test('every address of the API is in the document, each with a name of its own', async () => {
  const { paths } = await readDocument()
  expect(Object.keys(paths)).toEqual([
    '/procedures',
    '/procedures/{code}',
    '/places/provinces',
    '/places/communes',
    '/places/communes/{code}',
    '/calendar/due',
    '/calendar/days',
    '/offices',
    '/offices/{slug}',
    '/offices/{slug}/service-days',
    '/offices/{slug}/service-days/{id}/free-times',
    '/offices/{slug}/figures',
  ])
  const names = Object.values(paths).map((it) => it.get.operationId)
  expect(new Set(names).size).toBe(names.length)
})

test('the document says which parameters there are, which must be given, and how much is too much', async () => {
  const { paths } = await readDocument()
  const of = (path: string) => paths[path]!.get.parameters
  expect(
    of('/calendar/due')
      .filter((it) => it.required)
      .map((it) => it.name),
  ).toEqual(['received', 'amount', 'unit'])
  expect(of('/places/communes').find((it) => it.name === 'limit')?.schema).toMatchObject({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
  })
  expect(of('/procedures/{code}')[0]).toMatchObject({ name: 'code', in: 'path', required: true })
})

test('a page of any other site may read it', async () => {
  const origin = { origin: 'https://example.org' }
  const { headers } = await ask('/places/provinces', { headers: origin })
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  const preflight = await ask('/places/provinces', {
    method: 'OPTIONS',
    headers: { ...origin, 'access-control-request-method': 'GET' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD')
})

test('what was fetched is kept for a minute, and not sent again while it is the same', async () => {
  const first = await ask('/places/provinces')
  expect(first.headers.get('cache-control')).toBe('public, max-age=60')
  const etag = first.headers.get('etag')!
  const again = await ask('/places/provinces', { headers: { 'if-none-match': etag } })
  expect([again.status, again.body]).toEqual([304, null])
  expect(again.headers.get('access-control-allow-origin')).toBe('*')
})

test('an address that is none says where the addresses are listed', async () => {
  const { status, body, headers } = await ask('/nothing/here')
  expect(status).toBe(404)
  expect(body.error).toMatchObject({
    code: 'api.not_found',
    message: 'Không có địa chỉ này. Danh sách các địa chỉ ở /api/v1/openapi.json.',
  })
  expect(headers.get('cache-control')).toBe('no-store')
})

test('nothing can be written through it', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const { status, body, headers } = await ask('/places/provinces', { method })
    expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, OPTIONS'])
    expect(body.error.code).toBe('api.read_only')
  }
})

test('a parameter that it does not know changes nothing, nor does one left empty', async () => {
  const plain = await ask('/places/provinces')
  const more = await ask('/places/provinces?utm_source=zalo&at=&lang=')
  expect(more.body).toEqual(plain.body)
})

test.each([
  ['/places/provinces?at=2026-02-30', 'at', 'phải là một ngày có thật'],
  ['/places/provinces?at=0001-01-01', 'at', 'từ năm 1900'],
  ['/places/provinces?lang=fr', 'lang', 'phải là vi hoặc en'],
  ['/places/communes?limit=1001', 'limit', 'từ 1 đến mức nhiều nhất là 1000'],
  ['/places/communes?limit=0', 'limit', 'số nguyên'],
  ['/places/communes?limit=nhieu', 'limit', 'số nguyên'],
  ['/places/communes?province=Ninh', 'province', 'mã tỉnh gồm 2 chữ số'],
  ['/procedures?limit=101', 'limit', 'nhiều nhất là 100'],
  ['/procedures?limit=2.5', 'limit', 'số nguyên'],
  ['/procedures?offset=-1', 'offset', 'số nguyên từ 0'],
  [`/procedures?q=${'a'.repeat(201)}`, 'q', 'dài nhất 200 ký tự'],
  ['/calendar/due?amount=3&unit=working_days', 'received', 'Thiếu tham số received'],
  ['/calendar/due?received=2026-11-20&unit=days', 'amount', 'Thiếu tham số amount'],
  ['/calendar/due?received=2026-11-20&amount=ba&unit=days', 'amount', 'phải là một số'],
  ['/calendar/due?received=2026-11-20&amount=3&unit=weeks', 'unit', 'working_days'],
  ['/calendar/due?received=hom%20nay&amount=3&unit=days', 'received', 'phải là thời điểm'],
])('%s is refused beside the parameter %s: %s', async (path, field, says) => {
  const { status, body } = await ask(path)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ field, message: expect.stringContaining(says) })
})

test('a letter that no database takes breaks nothing', async () => {
  expect((await ask('/procedures?q=khai%00sinh')).status).toBe(200)
  expect((await ask('/procedures/%00')).status).toBe(400)
  expect((await ask('/procedures/1%00')).status).toBe(404)
  expect((await ask('/offices/%E0%A4%A')).status).toBe(404)
})

test('a refusal speaks English to those who ask for it', async () => {
  const path = '/places/provinces?at=tomorrow'
  const said = async (path: string, accept?: string) =>
    (await ask(path, accept ? { headers: { 'accept-language': accept } } : {})).body.error.message
  expect(await said(path)).toContain('Tham số at')
  expect(await said(path, 'en-GB,en;q=0.9,vi;q=0.8')).toContain('The parameter at')
  expect(await said(path, 'fr-FR, vi;q=0.9, en;q=0.1')).toContain('Tham số at')
  expect(await said(`${path}&lang=en`)).toContain('The parameter at')
  expect(await said(`${path}&lang=vi`, 'en')).toContain('Tham số at')
})

test('a fault of ours is told by its number, never by what broke', async () => {
  const closed = apiOf({
    ...office,
    database: { ...office.database, nation: undefined as never },
  })
  const { status, body } = await closed('/places/provinces')
  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toMatch(/undefined|select|stack/i)
  expect(body.error).toMatchObject({ code: 'api.broken' })
})
