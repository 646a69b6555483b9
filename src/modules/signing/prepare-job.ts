import { keepFile, openFile } from './keep-file.ts'
import type { Claimed } from './claim-job.ts'
import { steps, type Signing } from './job.ts'
import type { OpenableKey } from './key.ts'
import type { SigningCtx } from './signing-ctx.ts'
import { algorithmOf } from '#src/outside/signer/open-pkcs12.ts'
import type { SignatureJob } from '#src/outside/pades/write/sign-pdf.ts'
import { hashOf } from '#src/outside/pades/inspect/read-cms.ts'

/** How far the time written in a file may lie before the press that signs it. */
const mostMinutes = 10

/**
 * The file with room for the signature, and what the key is to sign. Kept before the key is asked: after
 * a restart the same bytes are asked for, and what comes back fits them. What was prepared more than ten
 * minutes ago, or for a request that nobody approved in time, is made anew, since the file says when
 * it is signed. Throws `Trouble` for a file that is not whole.
 */
export async function prepareJob(
  ctx: SigningCtx,
  job: Claimed,
  { step, key }: { step: Signing; key: OpenableKey },
): Promise<SignatureJob> {
  const { field, waiting } = steps[step]
  const fits = job.prepared_key_id === key.id && job.state === waiting
  if (fits && isFresh(ctx, job)) return openPrepared(ctx, job, key)
  const { name } = key.holder
  const started = await ctx.pades.start(await openFile(ctx, job.file_hash), signerOf(key), {
    ...{ kind: 'signature', field, at: ctx.now, name, reason: job.reason, place: job.place },
  })
  const { prepared, attributes } = started
  const kept = {
    prepared_hash: await keepFile(ctx, prepared.pdf),
    range_from: prepared.from,
    range_to: prepared.to,
    attributes: Buffer.from(attributes),
    prepared_key_id: key.id,
    prepared_at: ctx.now,
  }
  await ctx.db
    .updateTable('signing.job')
    .set(kept)
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', job.id)
    .where('asking_id', '=', job.asking_id)
    .execute()
  Object.assign(job, kept)
  return started
}

/** A remote service that has begun goes on with the bytes it was given, however long it takes. */
function isFresh(ctx: SigningCtx, { ref, prepared_at: since }: Claimed): boolean {
  return (
    ref !== null || (since !== null && ctx.now.getTime() - since.getTime() <= mostMinutes * 60_000)
  )
}

/** What was prepared before, for this key. */
export async function openPrepared(
  ctx: SigningCtx,
  job: Claimed,
  key: OpenableKey,
): Promise<SignatureJob> {
  const { prepared_hash: hash, range_from: from, range_to: to, attributes } = job
  if (!hash || from === null || to === null || !attributes)
    throw new Error(`signing: job ${job.id} was not prepared`)
  const prepared = { pdf: await openFile(ctx, hash), from, to }
  return { prepared, attributes, hash: hashOf('sha256', attributes), ...signerOf(key) }
}

function signerOf(key: OpenableKey) {
  const chain = [key.certificate.raw, ...key.above]
  return { chain, algorithm: algorithmOf(key.certificate.publicKey) }
}
