import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '#src/base/refusal.ts'
import type { TakenPage } from '#src/modules/papers/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { blank, type Filled, readBody } from '../../read-form.ts'
import { otherPaper } from './send-form.tsx'

/** What one form may carry: several phone photographs at once. */
export function takesFiles(megabytes: number) {
  return bodyLimit({
    maxSize: megabytes * 2 ** 20,
    onError: (c) => c.text(c.get('w').papers.refusals['papers.too_large'], 413),
  })
}

export type Sent = {
  files: File[]
  clientKey: string
  listedAs: string | null
  name: string
  filled: Filled
}

/** The form of `SendForm` as it was posted without script. */
export async function readSent(c: Context<Env>): Promise<Sent> {
  const body = await readBody(c, { all: true })
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const files = [body['files[]']].flat().filter((it) => it instanceof File && it.name !== '')
  const which = text('which')
  return {
    files: files as File[],
    clientKey: text('clientKey'),
    listedAs: which === otherPaper ? null : which,
    name: text('name'),
    filled: { values: { which, name: text('name') }, errors: {} },
  }
}

/** The paper chosen last, so that its next page needs no choosing. */
export function chosenBefore(c: Context<Env>): Filled {
  const values = { which: c.req.query('which') ?? '', name: c.req.query('name') ?? '' }
  return values.which === '' ? blank : { values, errors: {} }
}

/**
 * Takes each file; what is refused is told with the name of its file, the others are in. Sent again,
 * the same form adds nothing twice.
 */
export async function takeFiles(
  c: Context<Env>,
  sent: Sent,
  take: (file: { bytes: Buffer; clientKey: string }) => Promise<TakenPage>,
): Promise<{ taken: TakenPage[]; filled: Filled | null }> {
  const { lang, w } = c.var
  const wrong = (field: string, message: string): Filled => ({
    ...sent.filled,
    errors: { [field]: message },
  })
  if (sent.files.length === 0 || sent.clientKey === '')
    return { taken: [], filled: wrong('files', w.papers.refusals['papers.file_missing']) }
  const taken: TakenPage[] = []
  const refused: string[] = []
  let field = 'files'
  for (const [i, file] of sent.files.entries()) {
    try {
      const bytes = Buffer.from(await file.arrayBuffer())
      taken.push(await take({ bytes, clientKey: `${sent.clientKey}.${i}` }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      field = error.field ?? 'form'
      const sentence = wordRefusal(lang, error)
      refused.push(field === 'files' ? `${file.name}: ${sentence}` : sentence)
    }
  }
  if (refused.length === 0) return { taken, filled: null }
  // A page sent again would be there twice.
  const others = taken.length > 0 ? [w.papers.send.others] : []
  return { taken, filled: wrong(field, [...new Set(refused), ...others].join(' ')) }
}
