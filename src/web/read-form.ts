import type { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import { wordRefusal, type Lang } from '#src/words/index.ts'

/** What was typed, as typed, and what is wrong with it, by field. Nothing typed is ever lost. */
export type Filled = {
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

export const blank: Filled = { values: {}, errors: {} }

type Body = Record<string, string | File | (string | File)[]>

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
