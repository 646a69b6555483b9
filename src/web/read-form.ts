import { z } from 'zod'
import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import { wordRefusal, type Lang, type Words } from '#src/words/index.ts'

/** What was typed, as typed, and what is wrong with it, by field. Nothing typed is ever lost. */
export type Filled = {
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

export const blank: Filled = { values: {}, errors: {} }

// Most forms are made anew for each post, in its language: compiling each took longer than reading it.
z.config({ jitless: true })

/** What a form posted, by name. */
export type Body = Record<string, string | File | (string | File)[]>

/** A form that is posted often: its schema is made once for each language. */
export function inEachLanguage<S extends z.ZodType>(make: (w: Words) => S): (w: Words) => S {
  const made = new WeakMap<Words, S>()
  return (w) => {
    const schema = made.get(w) ?? make(w)
    made.set(w, schema)
    return schema
  }
}

/**
 * Reads a posted form by its schema, whose messages say what to do. `data` is there only when all
 * is right. A name that ends in `[]` is a list; files are not read here.
 */
export function readForm<S extends z.ZodType>(
  schema: S,
  body: Body,
): { data: z.infer<S>; filled: Filled } | { data: undefined; filled: Filled } {
  const values = typed(body)
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.replace(/\[\]$/, ''), value]),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return { data: parsed.data, filled: { values, errors: {} } }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { data: undefined, filled: { values, errors } }
}

/**
 * What a form posted, by name. Forms without files are read from their text at once: unpacked as a
 * stream by way of `FormData` they cost several times as much. With `all`, a name that comes more than
 * once is a list.
 */
export async function readBody(c: Context, { all = false } = {}): Promise<Body> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    return c.req.parseBody({ all })
  const body: Body = Object.create(null)
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    const before = body[name]
    if (name.endsWith('[]') || (all && before !== undefined))
      body[name] = [...(before === undefined ? [] : [before].flat()), value]
    else body[name] = value
  }
  return body
}

/** Puts a refusal beside the field that it speaks of, or above the form when it names none. */
export function withRefusal(filled: Filled, refusal: Refusal, lang: Lang): Filled {
  return {
    ...filled,
    errors: { ...filled.errors, [refusal.field ?? 'form']: wordRefusal(lang, refusal) },
  }
}

/**
 * Runs the deed of a form. A refusal comes back as what to show again; anything else is a bug and
 * goes on up.
 */
export async function tryDeed<T>(
  filled: Filled,
  lang: Lang,
  deed: () => Promise<T>,
): Promise<{ done: T; filled: undefined } | { done: undefined; filled: Filled }> {
  try {
    return { done: await deed(), filled: undefined }
  } catch (error) {
    if (error instanceof Refusal)
      return { done: undefined, filled: withRefusal(filled, error, lang) }
    throw error
  }
}

function typed(body: Body): Filled['values'] {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map(textOf)
        : name.endsWith('[]')
          ? [textOf(value)]
          : textOf(value),
    ]),
  )
}

/** NFC, so that the same word typed on any keyboard is the same; without the spaces around it. */
function textOf(value: string | File): string {
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
