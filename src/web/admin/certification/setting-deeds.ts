import type { Context } from 'hono'
import { z } from 'zod'
import {
  changeSetting,
  changeStatementTemplate,
  previewCopy,
  setNeedRule,
  setTariff,
} from '#src/modules/certification/index.ts'
import { verifyUrlOf } from '../../desk/certification/with-signing.ts'
import { slugOf } from '../../desk/certification/medium-slug.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { redirectDone } from '../admin-page.tsx'
import { typedDay, typedText, typedWhole } from '../typed.ts'
import { answerSettings, mediumAsked } from './show-settings.tsx'

const text = z.string().default('')

export async function doTemplate(c: Context<Env>) {
  const medium = mediumAsked(c)
  const shape = z.object({ after: z.coerce.number().int().min(0), body: text })
  const { data, filled } = readForm(shape, await readBody(c))
  if (!data) return answerSettings(c, filled)
  const refused = await tryDeed(filled, c.var.lang, () =>
    changeStatementTemplate(c.var.ctx, { medium, ...data }),
  )
  if (refused.filled) return answerSettings(c, refused.filled)
  return redirectDone(c, `${paths.adminCopies()}?loai=${slugOf[medium]}`, 'da-sua')
}

/** The wording as it would lie in the file, before it is saved. */
export async function doPreview(c: Context<Env>) {
  const medium = mediumAsked(c)
  const { data, filled } = readForm(z.object({ body: text }), await readBody(c))
  if (!data) return answerSettings(c, filled)
  const { composer } = c.var.house
  const { done, filled: refused } = await tryDeed(filled, c.var.lang, () =>
    previewCopy({ ...c.var.ctx, composer, verifyUrl: verifyUrlOf(c) }, { medium, body: data.body }),
  )
  if (refused) return answerSettings(c, refused)
  return c.body(new Uint8Array(done), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': 'inline; filename="xem-thu.pdf"',
  })
}

export async function doSymbols(c: Context<Env>) {
  const shape = z.object({ symbolPaper: text, symbolElectronic: text, agencyName: text })
  const { data, filled } = readForm(shape, await readBody(c))
  if (!data) return answerSettings(c, filled)
  const refused = await tryDeed(filled, c.var.lang, () =>
    changeSetting(c.var.ctx, { ...data, agencyName: data.agencyName || null }),
  )
  if (refused.filled) return answerSettings(c, refused.filled)
  return redirectDone(c, paths.adminCopies(), 'da-sua')
}

export async function doTariff(c: Context<Env>) {
  const { admin, ask } = c.var.w.deskCertification
  const whole = typedWhole(ask.whole)
  const shape = z.object({
    validFrom: typedDay(admin.dateMissing),
    ...{ firstPages: whole, firstPageVnd: whole, furtherPageVnd: whole, mostVnd: whole },
    source: text,
  })
  const { data, filled } = readForm(shape, await readBody(c))
  if (!data) return answerSettings(c, filled)
  const refused = await tryDeed(filled, c.var.lang, () => setTariff(c.var.ctx, data))
  if (refused.filled) return answerSettings(c, refused.filled)
  return redirectDone(c, paths.adminCopies(), 'da-sua')
}

export async function doNeed(c: Context<Env>) {
  const { admin, ask } = c.var.w.deskCertification
  const shape = z.object({
    procedureCode: typedText(admin.codeMissing, 20),
    answer: z.enum(['needed', 'not_needed', 'unknown', 'catalogue'], ask.chooseOne),
    ruleSource: text,
  })
  const { data, filled } = readForm(shape, await readBody(c))
  if (!data) return answerSettings(c, filled)
  const { procedureCode, answer, ruleSource: source } = data
  const refused = await tryDeed(filled, c.var.lang, () =>
    setNeedRule(c.var.ctx, {
      ...{ procedureCode, listedAs: null, source },
      answer: answer === 'catalogue' ? null : answer,
    }),
  )
  if (refused.filled) return answerSettings(c, besideRule(refused.filled))
  return redirectDone(c, paths.adminCopies(), 'da-sua')
}

/** The page asks for two sources; the deed knows one. */
function besideRule({ values, errors: { source, ...errors } }: Filled): Filled {
  return { values, errors: source ? { ...errors, ruleSource: source } : errors }
}
