import type { Context } from 'hono'
import { readPageFile } from '#src/modules/papers/index.ts'
import type { Env } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { sendFile } from './send-file.ts'
import { withFiles } from './with-files.ts'

const whole = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const

/** The original in a form that every browser shows: HEIC as JPEG, the others as they are. */
export async function showDisplayable(c: Context<Env>) {
  const pageId = c.req.param('page') ?? ''
  if (!isUuid(pageId)) return c.notFound()
  const ctx = withFiles(c)
  const file = await readPageFile(ctx, { pageId, which: 'original' })
  if (file.mediaType !== 'image/heic') return sendFile(c, file)
  const { jpeg } = await ctx.reader.make(file.bytes, { corners: [...whole], evenLight: false })
  return sendFile(c, { mediaType: 'image/jpeg', bytes: jpeg })
}
