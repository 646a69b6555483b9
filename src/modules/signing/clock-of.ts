import type { SigningCtx } from './signing-ctx.ts'

/**
 * The same person, at the moment that has come since. One press may sign a hundred files on a slow
 * token: each says when it was signed, and is held from then on, not from when the button was pressed.
 */
export function clockOf(ctx: SigningCtx): () => SigningCtx {
  const from = performance.now()
  return () => ({ ...ctx, now: new Date(ctx.now.getTime() + performance.now() - from) })
}
