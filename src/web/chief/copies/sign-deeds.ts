import type { Context } from 'hono'
import { z } from 'zod'
import {
  approveCopies,
  getCopy,
  returnCopy,
  type Approved,
  type Copy,
} from '#src/modules/certification/index.ts'
import { listKeys, signAsOfficial, type Outcome } from '#src/modules/signing/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import { keepTicked, readPicked } from '../../desk/certification/queue-deeds.ts'
import { sayOutcomes } from '../../desk/certification/say-outcomes.ts'
import { takeSome } from '../../desk/certification/take-some.ts'
import { withSigning } from '../../desk/certification/with-signing.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { readBody, readForm, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { answerCopies } from './show-copies.tsx'
import { answerOne } from './show-one.tsx'

/**
 * Approves what was ticked, each with its number, and signs it with the secret typed once. What was
 * approved before and is not signed yet is only signed. So many at a time; the others stay ticked.
 */
export async function doSign(c: Context<Env>) {
  const { lang, w } = c.var
  const { ids, secret, filled } = await readPicked(c, w.deskCertification.chief.signNone)
  if (!ids) return answerCopies(c, filled)
  const ctx = withSigning(c)
  const { now, later } = takeSome(ids)
  const copies = await Promise.all(now.map((copyId) => getCopy(ctx, { copyId })))
  const copyIds = copies.filter((it) => it.numbered === null).map((it) => it.id)
  const approved = await approveCopies(ctx, { copyIds })
  const named = toSign(copies, approved)
  // What only a program on the officer's PC can sign gets its number here and its signature there.
  const own = (await listKeys(ctx)).find((it) => it.holderId === c.var.session.officer.id)
  const jobIds = own?.kind === 'agent' ? [] : named.map((it) => it.jobId)
  const { done, filled: refused } = await tryDeed<Outcome[]>(filled, lang, async () =>
    jobIds.length === 0 ? [] : signAsOfficial(ctx, { jobIds, ...(secret && { secret }) }),
  )
  if (refused) return answerCopies(c, refused)
  const problems = [...sayRefused(c, copies, approved), ...sayOutcomes(w, named, done)]
  if (later.length > 0) return answerCopies(c, keepTicked(filled, later), problems, later.length)
  if (problems.length > 0) return answerCopies(c, filled, problems)
  const pending = done.some((it) => it.state === 'official_pending')
  const said = own?.kind === 'agent' ? 'so' : pending ? 'cho' : 'ky'
  return c.redirect(to(c, `${paths.chiefCopies()}?xong=${said}`), 303)
}

function toSign(copies: readonly Copy[], approved: readonly Approved[]) {
  const given = new Map(
    approved.flatMap((it) => (it.outcome === 'approved' ? [[it.copyId, it.jobId]] : [])),
  )
  return copies.flatMap((copy) => {
    const jobId = given.get(copy.id) ?? copy.signingJobId
    return jobId ? [{ jobId, name: copy.originalName }] : []
  })
}

function sayRefused(c: Context<Env>, copies: readonly Copy[], approved: readonly Approved[]) {
  const names = new Map(copies.map((it) => [it.id, it.originalName]))
  return approved.flatMap((it) =>
    it.outcome === 'refused'
      ? [`${names.get(it.copyId) ?? ''}: ${wordRefusal(c.var.lang, it)}`]
      : [],
  )
}

/** Back to the desk, with words that the person will hear. */
export async function doReturn(c: Context<Env>) {
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const { data, filled } = readForm(z.object({ reason: z.string().default('') }), await readBody(c))
  const refused = await tryDeed(filled, c.var.lang, () =>
    returnCopy(c.var.ctx, { copyId, reason: data?.reason ?? '' }),
  )
  if (refused.filled) return answerOne(c, refused.filled)
  return c.redirect(to(c, `${paths.chiefCopies()}?xong=tralai`), 303)
}
