import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '#src/base/refusal.ts'
import { fetchForAgent, requireErrand, takeFromAgent } from '#src/modules/signing/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { withOffice } from '../public/with-office.ts'
import { withPades } from './with-pades.ts'
import { readBody } from '../read-form.ts'

const mostMegabytes = 60

/**
 * Where the signing program on an official's own PC fetches a file and brings it back signed. It is no
 * browser and nobody is signed in: the token in the address is good once and for minutes. It
 * stands before the check of where a form comes from, since such a program says nothing of that.
 */
export const signingAgent = new Hono<Env>()

signingAgent.use('/:office/ky/:token', withOffice)
signingAgent.get('/:office/ky/:token', async (c) => {
  const token = c.req.param('token')
  return tell(c, async () => {
    const { pdf, jobId } = await fetchForAgent(withPades(c), { token })
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Disposition', `attachment; filename="${jobId}.pdf"`)
    c.header('Cache-Control', 'no-store')
    return c.body(new Uint8Array(pdf))
  })
})
signingAgent.post(
  '/:office/ky/:token',
  bodyLimit({
    maxSize: mostMegabytes * 2 ** 20,
    onError: (c) => c.json({ Status: false, Message: '413' }, 413),
  }),
  async (c) => {
    const token = c.req.param('token')
    return tell(c, async () => {
      // Sixty megabytes are read into memory for nobody else.
      await requireErrand(withPades(c), { token })
      const pdf = await readPdf(c)
      const { jobId } = await takeFromAgent(withPades(c), { token, pdf })
      // As programs of this kind read it.
      return c.json({ Status: true, Message: '', FileName: `${jobId}.pdf` })
    })
  },
)

async function tell(c: Context<Env>, deed: () => Promise<Response>): Promise<Response> {
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return c.json({ Status: false, Message: wordRefusal(c.var.lang, error) }, 409)
  }
}

/** The file alone, or the first file of a form, whatever the program calls its field. */
async function readPdf(c: Context<Env>): Promise<Uint8Array> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    return new Uint8Array(await c.req.arrayBuffer())
  const body = await readBody(c)
  const file = Object.values(body).find((it) => it instanceof File)
  return new Uint8Array(file instanceof File ? await file.arrayBuffer() : new ArrayBuffer(0))
}
