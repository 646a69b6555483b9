import { z } from 'zod'
import type { World } from '#src/base/world.ts'

/** Long enough to take the phone out and read the code. */
const stepMinutes = 3

const Step = z.object({
  step: z.literal('code_wanted'),
  login: z.string(),
  password: z.string(),
  until: z.number(),
})

type Step = { login: string; password: string }

/** What was right so far, sealed, so that the page with the code carries no password in the clear. */
export function sealStep({ sealer, now }: World, { login, password }: Step): string {
  const until = now.getTime() + stepMinutes * 60_000
  const step: z.infer<typeof Step> = { step: 'code_wanted', login, password, until }
  return sealer.seal(JSON.stringify(step)).toString('base64url')
}

/** Null when it is too old, or was not sealed here for this. */
export function openStep({ sealer, now }: World, sealed: string): Step | null {
  try {
    const step = Step.parse(JSON.parse(sealer.open(Buffer.from(sealed, 'base64url'))))
    return step.until > now.getTime() ? step : null
  } catch {
    return null
  }
}
