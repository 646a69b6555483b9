import { hashAside } from '#src/base/hash-aside.ts'
import { sealedFiles } from '#src/outside/storage/sealed-files.ts'
import type { FilesCtx } from './papers-ctx.ts'
import type { MediaType } from './reading/kind-of.ts'

export const { addressOf, openFile } = sealedFiles('papers')

/** Puts a file into the storage, sealed; the same file is there once. Gives its SHA-256. */
export async function keepFile(
  ctx: FilesCtx,
  bytes: Uint8Array,
  mediaType: MediaType,
): Promise<Buffer> {
  const hash = await hashAside(bytes)
  const known = await ctx.db
    .insertInto('papers.file')
    .values({
      office_id: ctx.officeId,
      hash,
      bytes: bytes.length,
      media_type: mediaType,
      stored_at: ctx.now,
    })
    // Holds the row, so that the file is not erased while it is being kept again.
    .onConflict((oc) => oc.columns(['office_id', 'hash']).doUpdateSet({ stored_at: ctx.now }))
    .returning('hash')
    .executeTakeFirstOrThrow()
  const address = addressOf(ctx, known.hash)
  await ctx.storage.put(address, await ctx.sealer.sealFile(address, bytes))
  return hash
}

/**
 * Erases files that no page shows any more, and gives the hashes of those it did. Goes before the
 * commit: a crash between leaves a row to erase again, never a file without one.
 */
export async function dropFiles(
  ctx: FilesCtx,
  hashes: readonly (Uint8Array | null)[],
): Promise<string[]> {
  const erased: string[] = []
  const some = new Map(hashes.flatMap((it) => (it ? [[Buffer.from(it).toString('hex'), it]] : [])))
  for (const [hex, hash] of [...some].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = Buffer.from(hash)
    await ctx.db
      .selectFrom('papers.file')
      .select('hash')
      .where('office_id', '=', ctx.officeId)
      .where('hash', '=', bytes)
      .forUpdate()
      .execute()
    const shown = await ctx.db
      .selectFrom('papers.page')
      .select('id')
      .where('office_id', '=', ctx.officeId)
      .where((eb) => eb.or([eb('original_hash', '=', bytes), eb('made_hash', '=', bytes)]))
      .limit(1)
      .executeTakeFirst()
    if (shown) continue
    await ctx.storage.remove(addressOf(ctx, bytes))
    await ctx.db
      .deleteFrom('papers.file')
      .where('office_id', '=', ctx.officeId)
      .where('hash', '=', bytes)
      .execute()
    erased.push(hex)
  }
  return erased
}
