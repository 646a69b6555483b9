import { Ajv2020 } from 'ajv/dist/2020.js'
import { Hono } from 'hono'
import { expect } from 'vitest'
import { api } from '#src/web/api/api.ts'
import type { Env } from '#src/web/env.ts'
import type { TestOffice } from './office.ts'

/** An answer of the API; `body` has already been held against the OpenAPI document. */
export type Answer = { status: number; headers: Headers; body: Body }

/** A list has items and a refusal an error; the rest is read by its name. */
export type Body = Record<string, unknown> & {
  items: Record<string, unknown>[]
  error: { code: string; message: string; field?: string; successor?: { code: string } }
}

/** The parts of the OpenAPI document that tests look at. */
export type Document = {
  paths: Record<string, { get: Operation }>
}
type Operation = {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  responses: Record<string, object>
}

/**
 * Asks the public API of a database. Every answer must fit the schema that the OpenAPI document
 * names for its address and status, so that code and document cannot drift apart.
 */
export function apiOf(office: TestOffice) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const { database, sealer, now } = office
    c.set('house', { database, sealer, publicUrl: 'https://taicho.test', now: () => now })
    c.set('requestId', 'test')
    await next()
  })
  app.route('/api/v1', api)

  return async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await app.request(`/api/v1${path}`, init)
    const text = await response.text()
    const body = (text === '' ? null : JSON.parse(text)) as Body
    if (body && path !== '/openapi.json')
      await holdAgainstDocument(app, path, response.status, body)
    return { status: response.status, headers: response.headers, body }
  }
}

async function holdAgainstDocument(app: Hono<Env>, path: string, status: number, body: Body) {
  const document = (await (await app.request('/api/v1/openapi.json')).json()) as Document
  const asked = path.replace(/\?.*/, '')
  const written = Object.keys(document.paths).find((it) =>
    new RegExp(`^${it.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked),
  )
  // What is no address of the API, or not to be read, is answered as any error is.
  if (!written || status === 405 || status === 500) return
  expect(Object.keys(document.paths[written]!.get.responses)).toContain(String(status))

  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/)
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  ajv.addSchema(document, 'openapi.json')
  const place = ['paths', written, 'get', 'responses', `${status}`, 'content', 'application/json']
  const pointer = place.map((it) => encodeURIComponent(it.replaceAll('/', '~1'))).join('/')
  const fits = ajv.compile({ $ref: `openapi.json#/${pointer}/schema` })
  fits(body)
  expect(fits.errors).toBeNull()
}
