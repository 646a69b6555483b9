import type { Context } from 'hono'
import type { ComposingCtx } from '#src/modules/certification/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'

/** The office with its shelf of files, who signs them, and the address that stands in each copy. */
export function withSigning(c: Context<Env>): ComposingCtx {
  const { house, ctx } = c.var
  const { papers, pades, composer } = house
  if (!papers || !pades) throw new Error('this house signs nothing')
  return { ...ctx, storage: papers.storage, pades, composer, verifyUrl: verifyUrlOf(c) }
}

/** Where anybody checks the copy with this code. */
export function verifyUrlOf(c: Context<Env>): (code: string) => string {
  const { house, office } = c.var
  return (code) => house.publicUrl + paths.verifyCode(office.slug, code)
}
