import type { Context } from 'hono'
import type { SigningCtx } from '#src/modules/signing/index.ts'
import type { Env } from '../env.ts'

/** The office with its shelf of files and who signs them. */
export function withPades(c: Context<Env>): SigningCtx {
  const { papers, pades } = c.var.house
  if (!papers || !pades) throw new Error('this house signs nothing')
  return { ...c.var.ctx, storage: papers.storage, pades }
}
