import type { Context } from 'hono'
import { readCopyFile } from '#src/modules/certification/index.ts'
import type { Env } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { attachment } from '../reports/download.ts'
import { withSigning } from './with-signing.ts'

/**
 * The sealed file, byte for byte. Kept nowhere by the browser: each download is asked for and logged. With
 * `?luu-vet` it is the file of an ended copy, for whoever may read the trail.
 */
export async function sendCopy(c: Context<Env>) {
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const forTrail = c.req.query('luu-vet') !== undefined
  const { bytes, name } = await readCopyFile(withSigning(c), { copyId, forTrail })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': attachment(name.replace(/\.pdf$/i, ''), 'pdf'),
  })
}
