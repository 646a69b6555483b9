import type { Context } from 'hono'
import { readPageFile } from '#src/modules/papers/index.ts'
import type { Env } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { withFiles } from './with-files.ts'

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
}

/** A page as it was made, or as it came. Kept nowhere by the browser: each look is asked for and logged. */
export function showFile(which: 'made' | 'original') {
  return async (c: Context<Env>) => {
    const pageId = c.req.param('page') ?? ''
    if (!isUuid(pageId)) return c.notFound()
    const file = await readPageFile(withFiles(c), { pageId, which })
    return sendFile(c, file)
  }
}

/** With `download` it is saved under that name. */
export function sendFile(
  c: Context<Env>,
  file: { mediaType: string; bytes: Buffer },
  { download }: { download?: string } = {},
) {
  const name = `${download ?? 'trang'}.${endings[file.mediaType] ?? 'bin'}`
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.mediaType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // RFC 6266: names with marks go in the second form.
    'Content-Disposition': `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}
