import type { Context } from 'hono'
import { z } from 'zod'
import { revealPerson } from '#src/modules/requests/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { siteOf } from '../ways.ts'
import { answerRequest } from './request.tsx'
import { fieldsOf, requestDeeds } from './request-deeds.ts'

/** Does what the form of one part of the page asks; refused, the page comes back as it was typed. */
export async function doRequest(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const name = c.req.param('deed') ?? ''
  const found = requestDeeds[name]
  if (!found || !isUuid(id)) return c.notFound()
  const { ctx, lang, w } = c.var
  const body = await readBody(c)
  const fields = fieldsOf(body, name)
  const typed = readForm(z.unknown(), body).filled.values
  const { data, filled } = readForm(found.read(w, ctx.now), fields)
  const refused =
    data === undefined
      ? filled
      : (await tryDeed(filled, lang, () => found.run(ctx, id, data as never, siteOf(c)))).filled
  if (refused) {
    const errors = besideFields(refused, name, fields)
    return answerRequest(c, id, { status: 422, filled: { values: typed, errors } })
  }
  return c.redirect(to(c, `${paths.request(id)}?xong=${name}#${found.anchor}`), 303)
}

/** The whole numbers of a person, for a reason that is kept; shown once, in no address. */
export async function revealNumbers(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const body = await readBody(c)
  const personId = typeof body['personId'] === 'string' ? body['personId'] : ''
  if (!isUuid(id) || !isUuid(personId)) return c.notFound()
  const { filled } = readForm(z.unknown(), body)
  const name = `xem-so.reason-${personId}`
  const reason = typeof body[name] === 'string' ? body[name] : ''
  const shown = await tryDeed(filled, c.var.lang, () =>
    revealPerson(c.var.ctx, { personId, reason }),
  )
  if (shown.filled) {
    const { reason: message, ...errors } = shown.filled.errors
    return answerRequest(c, id, {
      status: 422,
      filled: { ...filled, errors: message ? { ...errors, [name]: message } : errors },
    })
  }
  return answerRequest(c, id, { status: 200, revealed: { personId, ...shown.done } })
}

/** Deeds name their fields without the form around them. */
function besideFields(
  refused: Filled,
  name: string,
  fields: Record<string, string>,
): Filled['errors'] {
  const moment = { at: 'date', filedAt: 'date', sentAt: 'date' }
  return Object.fromEntries(
    Object.entries(refused.errors).map(([field, message]) => {
      if (field === 'form') return [field, message]
      if (name === 'vneid' && field === 'reason')
        return [`vneid.reason-${fields['step'] ?? ''}`, message]
      const here = field in moment ? moment[field as keyof typeof moment] : field
      return [`${name}.${here}`, message]
    }),
  )
}
