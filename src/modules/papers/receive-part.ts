import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { limits } from './reading/limits.ts'

export type Part = {
  requestId: string
  clientKey: string
  /** How large the whole file is, and where in it these bytes belong. */
  total: number
  from: number
  bytes: Uint8Array
}

/** How much of a file has arrived; all of it once it is whole. */
export type Arrived = { received: number; whole: Buffer | null }

/**
 * Takes the next bytes of a file that is sent in parts, sealed until it is whole. Parts that came
 * already are passed over, so that after a broken line the sender goes on from `received`. Whoever
 * calls has asked for the right, or holds a token.
 */
export async function receivePart(ctx: Ctx, part: Part): Promise<Arrived> {
  if (part.total > limits.bytes) throw new Refusal('papers.too_large', { field: 'files' })
  if (part.total === 0) throw new Refusal('papers.empty', { field: 'files' })
  return inTransaction(ctx, async (ctx) => {
    const upload = await holdUpload(ctx, part)
    const fits = part.from + part.bytes.length <= part.total
    if (upload.total !== part.total || upload.request_id !== part.requestId || !fits)
      throw new Refusal('papers.upload_changed', { field: 'files' })
    let { received } = upload
    if (part.from === received && part.bytes.length > 0) {
      await ctx.db
        .insertInto('papers.upload_part')
        .values({
          office_id: ctx.officeId,
          client_key: part.clientKey,
          from_byte: part.from,
          content: await ctx.sealer.sealFile(nameOf(part), part.bytes),
        })
        .execute()
      received += part.bytes.length
      await ctx.db
        .updateTable('papers.upload')
        .set({ received })
        .where('office_id', '=', ctx.officeId)
        .where('client_key', '=', part.clientKey)
        .execute()
    }
    return { received, whole: received === part.total ? await join(ctx, part) : null }
  })
}

/** Once its page is taken, or refused for good, nothing of a file in parts is kept. */
export async function forgetParts(ctx: Ctx, input: { clientKey: string }): Promise<void> {
  await ctx.db
    .deleteFrom('papers.upload')
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', input.clientKey)
    .execute()
}

const nameOf = ({ clientKey, from }: Pick<Part, 'clientKey' | 'from'>) => `${clientKey}/${from}`

async function holdUpload(ctx: Ctx, part: Part) {
  return ctx.db
    .insertInto('papers.upload')
    .values({
      office_id: ctx.officeId,
      client_key: part.clientKey,
      request_id: part.requestId,
      total: part.total,
      begun_at: ctx.now,
    })
    .onConflict((oc) =>
      oc.columns(['office_id', 'client_key']).doUpdateSet({ client_key: part.clientKey }),
    )
    .returning(['total', 'received', 'request_id'])
    .executeTakeFirstOrThrow()
}

async function join(ctx: Ctx, part: Part): Promise<Buffer> {
  const { clientKey } = part
  const rows = await ctx.db
    .selectFrom('papers.upload_part')
    .select(['from_byte', 'content'])
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .orderBy('from_byte')
    .execute()
  const parts = rows.map((it) =>
    ctx.sealer.openFile(nameOf({ clientKey, from: it.from_byte }), it.content),
  )
  return Buffer.concat(await Promise.all(parts))
}
