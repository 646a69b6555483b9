import { Hono } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import { openAgentErrand } from '#src/modules/signing/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { requireOfficer } from '../session.ts'
import { withPades } from './with-pades.ts'

const steps = ['official', 'seal'] as const

/**
 * The signer asks for the two addresses that their own signing program needs: where it fetches the file
 * and where it brings it back. Answered as JSON, for the script that calls the program.
 */
export const signingErrands = new Hono<Env>()

signingErrands.post('/ban/ky-so/:job/:step/phan-mem', requireOfficer, async (c) => {
  const { house, office, lang } = c.var
  const step = steps.find((it) => it === c.req.param('step'))
  const jobId = c.req.param('job')
  if (!step || !isUuid(jobId)) return c.notFound()
  try {
    const errand = await openAgentErrand(withPades(c), { jobId, step })
    const address = (token: string) => house.publicUrl + paths.agentFile(office.slug, token)
    c.header('Cache-Control', 'no-store')
    return c.json({
      fetchUrl: address(errand.fetchToken),
      bringUrl: address(errand.bringToken),
      expiresAt: errand.expiresAt.toISOString(),
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return c.json({ refused: wordRefusal(lang, error) }, 409)
  }
})
