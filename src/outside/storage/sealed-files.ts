import { hashAside } from '#src/base/hash-aside.ts'
import type { Sealer } from '#src/base/sealed.ts'
import type { Storage } from './storage.ts'

type Shelf = { officeId: string; sealer: Sealer; storage: Storage }

/** The files of one part of the program: by their content, sealed, each there once for an office. */
export function sealedFiles(part: string) {
  /** By a key, too: an address tells nobody that a known file is here. */
  const addressOf = ({ officeId, sealer }: Omit<Shelf, 'storage'>, hash: Uint8Array): string => {
    const name = `${officeId}/${Buffer.from(hash).toString('hex')}`
    return sealer.mark(`${part}.file`, name).toString('hex')
  }
  return {
    addressOf,
    /** Puts a file into the storage. Gives its SHA-256. */
    keepFile: async (ctx: Shelf, bytes: Uint8Array): Promise<Buffer> => {
      const hash = await hashAside(bytes)
      const address = addressOf(ctx, hash)
      await ctx.storage.put(address, await ctx.sealer.sealFile(address, bytes))
      return hash
    },
    /** As it was kept. What the storage lost or changed is a fault of the house, not a refusal. */
    openFile: async (ctx: Shelf, hash: Uint8Array): Promise<Buffer> => {
      const address = addressOf(ctx, hash)
      const sealed = await ctx.storage.get(address)
      if (!sealed) throw new Error(`${part}: the storage has lost ${address}`)
      return ctx.sealer.openFile(address, sealed)
    },
  }
}
