import type { Context } from 'hono'
import type { ReaderCtx } from '#src/modules/papers/index.ts'
import type { Env } from '../../env.ts'

/** The office with its shelf of files and who reads them. */
export function withFiles(c: Context<Env>): ReaderCtx {
  const { papers } = c.var.house
  if (!papers) throw new Error('this house takes no papers')
  return { ...c.var.ctx, storage: papers.storage, reader: papers.reader }
}
