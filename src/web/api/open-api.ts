import { z } from 'zod'
import { ErrorAnswer } from './answer-refusal.ts'
import { language, type Endpoint } from './endpoint.ts'

const reasons = {
  400: 'A parameter is wrong or missing; `field` names it.',
  404: 'There is no such thing, or not on the day asked for.',
  410: 'It is over; `successor` names what took its place, where something did.',
}

/** The OpenAPI 3.1 document, written from the schemas by which the endpoints themselves work. */
export function openApi(endpoints: readonly Endpoint[]) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tại Chỗ',
      version: '1',
      summary: 'What is public, to be read by programs: procedures, places, calendar, offices.',
      description:
        'Read-only, without sign-in, open to every origin. There are no personal data in it. ' +
        'Days are `2026-11-27`; moments carry the offset of Việt Nam, +07:00. ' +
        'Parameters that are not known are ignored. Answers may be kept for 60 seconds.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [],
    tags: ['procedures', 'places', 'calendar', 'offices'].map((name) => ({ name })),
    paths: Object.fromEntries(endpoints.map((it) => [it.path, { get: operation(it) }])),
    components: { schemas: components() },
  }
}

function operation(it: Endpoint) {
  return {
    operationId: it.name,
    tags: [it.tag],
    summary: it.summary,
    ...(it.description && { description: it.description }),
    parameters: parameters(it),
    responses: {
      200: { description: it.summary, ...json(schemaOf(it.response)) },
      ...Object.fromEntries(
        ([400, ...it.refuses] as const).map((status) => [
          status,
          { description: reasons[status], ...json({ $ref: '#/components/schemas/Error' }) },
        ]),
      ),
    },
  }
}

function parameters({ path, params }: Endpoint) {
  const { properties = {}, required = [] } = schemaOf(params.extend(language.shape))
  return Object.entries(properties).map(([name, schema]) => {
    const inPath = path.includes(`{${name}}`)
    const where = inPath ? 'path' : 'query'
    return { name, in: where, required: inPath || required.includes(name), schema }
  })
}

function json(schema: object) {
  return { content: { 'application/json': { schema } } }
}

const uri = (id: string) => `#/components/schemas/${id}`

/** From the side of JSON, where a day is text; its format says more than the pattern behind it. */
const writing = {
  io: 'input',
  override: ({ jsonSchema }) => {
    if (jsonSchema.format) delete jsonSchema.pattern
  },
} satisfies z.core.ToJSONSchemaParams

/** What bears an id is written once, under `components`, and pointed to. */
function schemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const written = z.toJSONSchema(schema, writing)
  delete written.$schema
  delete written.$defs
  const text = JSON.stringify(written).replaceAll('"#/$defs/', `"${uri('')}`)
  return JSON.parse(text) as z.core.JSONSchema.BaseSchema
}

function components() {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { ...writing, uri })
  for (const schema of Object.values(schemas)) {
    delete schema.$schema
    delete schema.$id
  }
  return schemas
}

z.globalRegistry.add(ErrorAnswer, { id: 'Error' })
