import { z } from 'zod'
import type { World } from '#src/base/world.ts'

const Carried = z.object({ purpose: z.string(), value: z.unknown(), until: z.number() })

type Purpose = {
  /** What is sealed for one purpose opens for no other. */
  purpose: 'code_wanted' | 'totp_begun'
  minutes: number
}

/** Puts something into a form that only the house may read when it comes back, for some minutes. */
export function carry({ sealer, now }: World, to: Purpose, value: unknown): string {
  const until = now.getTime() + to.minutes * 60_000
  const carried: z.infer<typeof Carried> = { purpose: to.purpose, value, until }
  return sealer.seal(JSON.stringify(carried)).toString('base64url')
}

/** Null when it is too old, or was not sealed here for this. */
export function takeCarried<S extends z.ZodType>(
  { sealer, now }: World,
  to: Purpose,
  schema: S,
  sealed: string,
): z.infer<S> | null {
  try {
    const carried = Carried.parse(JSON.parse(sealer.open(Buffer.from(sealed, 'base64url'))))
    if (carried.purpose !== to.purpose || carried.until <= now.getTime()) return null
    return schema.parse(carried.value)
  } catch {
    return null
  }
}
