import type { Context } from 'hono'
import { z } from 'zod'
import { getCopy, resumeCopies, settleCopies } from '#src/modules/certification/index.ts'
import { continueSigning, sealJobs } from '#src/modules/signing/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { sayOutcomes, type Named } from './say-outcomes.ts'
import { answerQueue } from './show-queue.tsx'
import { takeSome } from './take-some.ts'
import { withSigning } from './with-signing.ts'

/** What was ticked, and the secret that is used once and goes no further. */
export async function readPicked(c: Context<Env>, none: string) {
  const shape = z.object({
    ids: z.array(z.string().refine(isUuid), none).min(1, none).max(300),
    secret: z.string().max(200).default(''),
  })
  const body = await readBody(c, { all: true })
  const secret = typeof body['secret'] === 'string' ? body['secret'] : ''
  const form = readForm(shape, body)
  const { secret: _, ...values } = form.filled.values
  return { ids: form.data?.ids, secret, filled: { ...form.filled, values } }
}

/** The list again, with what is still to be done ticked. */
export function keepTicked(filled: Filled, later: string[]): Filled {
  return { ...filled, values: { ...filled.values, 'ids[]': later } }
}

/** The seal of the office on what was ticked, so many at a time; the others stay ticked. */
export async function doSeal(c: Context<Env>) {
  const { lang, w } = c.var
  const { ids, secret, filled } = await readPicked(c, w.deskCertification.queue.sealNone)
  if (!ids) return answerQueue(c, filled)
  const ctx = withSigning(c)
  const { now, later } = takeSome(ids)
  const copies = await Promise.all(now.map((copyId) => getCopy(ctx, { copyId })))
  const named: Named[] = copies.flatMap((it) =>
    it.signingJobId ? [{ jobId: it.signingJobId, name: it.originalName }] : [],
  )
  const jobIds = named.map((it) => it.jobId)
  const { done, filled: refused } = await tryDeed(filled, lang, async () => {
    const outcomes = await sealJobs(ctx, { jobIds, ...(secret && { secret }) })
    await settleCopies(ctx)
    return outcomes
  })
  if (refused) return answerQueue(c, refused)
  const problems = sayOutcomes(w, named, done)
  if (later.length > 0) return answerQueue(c, keepTicked(filled, later), problems, later.length)
  if (problems.length > 0) return answerQueue(c, filled, problems)
  return c.redirect(to(c, `${paths.copies()}?xong=dau`), 303)
}

/** Takes up what a crash or a silent service left half done. */
export async function doGoOn(c: Context<Env>) {
  const ctx = withSigning(c)
  await continueSigning(ctx, { pressed: true })
  await resumeCopies(ctx)
  await settleCopies(ctx)
  return c.redirect(to(c, `${paths.copies()}?xong=tiep`), 303)
}
