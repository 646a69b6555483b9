import { inTransaction } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import { hashOf, readCms } from '#src/outside/pades/inspect/read-cms.ts'
import { isOurs } from '#src/outside/pades/write/build-cms.ts'
import type { SignatureJob } from '#src/outside/pades/write/sign-pdf.ts'
import { SignerTrouble } from '#src/outside/signer/signer.ts'
import { askTime, TimeTrouble, type TimeTroubleCode } from '#src/outside/timestamp/ask-time.ts'
import { settle, type Claimed } from './claim-job.ts'
import { after, nextTry, nothingPrepared, type Signing } from './job.ts'
import { keepFile } from './keep-file.ts'
import { readSigningSetting } from './read-signing-setting.ts'
import type { SigningCtx } from './signing-ctx.ts'

/** Into the file, or why it still waits for its time, or the job was taken away meanwhile. */
export type Taken = 'signed' | `time_${TimeTroubleCode}` | 'taken_away'

/**
 * Puts a signature that came into the file, with its time where the office has a time service. Checked
 * before: with whose key, and over just this. When no time comes, the signature is kept beside the
 * file and the job waits; nothing goes out half signed.
 */
export async function takeSignature(
  ctx: SigningCtx,
  job: Claimed,
  { step, started, signature }: { step: Signing; started: SignatureJob; signature: Uint8Array },
): Promise<Taken> {
  if (!isOurs({ ...started, chain: [...started.chain], signature }))
    throw new SignerTrouble('answer_wrong')
  const { timeUrl } = await readSigningSetting(ctx)
  const token = timeUrl === null ? undefined : await orLater(timeUrl, signature)
  if (token instanceof TimeTrouble) {
    const trouble = `time_${token.code}` as const
    const kept = await settle(ctx, job, {
      state: 'waiting_time',
      signature: Buffer.from(signature),
      ref: null,
      ref_expires_at: null,
      trouble,
      tries: job.tries + 1,
      next_try_at: nextTry(ctx.now, job.tries),
    })
    return kept ? trouble : 'taken_away'
  }
  const how = token ? { token } : {}
  const signed = await keepFile(ctx, await ctx.pades.finish(started, signature, how))
  return inTransaction(ctx, async (ctx) => {
    const { prepared_key_id: keyId } = job
    if (!keyId) throw new Error(`signing: job ${job.id} was not prepared`)
    const kept = await settle(ctx, job, {
      ...{ ...after[step], ...nothingPrepared, file_hash: signed },
      ...{ trouble: null, tries: 0, next_try_at: null },
      time_chain: [...job.time_chain, ...certificatesIn(token)],
    })
    if (!kept) return 'taken_away'
    await ctx.db
      .insertInto('signing.signature')
      .values({
        ...{ office_id: ctx.officeId, job_id: job.id, step, key_id: keyId },
        ...{ pressed_by: job.pressed_by, signed_at: ctx.now },
      })
      .execute()
    await record(ctx, `signing.${step}_signed`, job.id, { key: keyId, pressed_by: job.pressed_by })
    return 'signed'
  })
}

async function orLater(url: string, signature: Uint8Array): Promise<Buffer | TimeTrouble> {
  try {
    return await askTime(url, hashOf('sha256', signature))
  } catch (error) {
    if (error instanceof TimeTrouble) return error
    throw error
  }
}

/** Of the time service, signer first, as the token brings them along. */
function certificatesIn(token: Uint8Array | undefined): Buffer[] {
  const cms = token && readCms(token)
  if (!cms?.signer) return []
  const { signer, certificates } = cms
  return [signer, ...certificates.filter((it) => !it.raw.equals(signer.raw))].map((it) => it.raw)
}
