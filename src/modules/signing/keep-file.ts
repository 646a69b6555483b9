import type { Ctx } from '#src/base/ctx.ts'
import { hashAside } from '#src/base/hash-aside.ts'
import type { SigningCtx } from './signing-ctx.ts'

/** By the content and the office, and by a key: an address tells nobody that a known file is here. */
export function addressOf(ctx: Pick<Ctx, 'officeId' | 'sealer'>, hash: Uint8Array): string {
  const name = `${ctx.officeId}/${Buffer.from(hash).toString('hex')}`
  return ctx.sealer.mark('signing.file', name).toString('hex')
}

/**
 * Puts a file into the storage, sealed; the same file is there once. Gives its SHA-256. A file that no
 * job names any more is swept out by night.
 */
export async function keepFile(ctx: SigningCtx, bytes: Uint8Array): Promise<Buffer> {
  const hash = await hashAside(bytes)
  const address = addressOf(ctx, hash)
  await ctx.storage.put(address, ctx.sealer.sealFile(address, bytes))
  return hash
}

/** The file as it was kept. What the storage lost or changed is a fault of the house, not a refusal. */
export async function openFile(ctx: SigningCtx, hash: Uint8Array): Promise<Buffer> {
  const address = addressOf(ctx, hash)
  const sealed = await ctx.storage.get(address)
  if (!sealed) throw new Error(`signing: the storage has lost ${address}`)
  return ctx.sealer.openFile(address, sealed)
}
