import { z } from 'zod'
import type { World } from '#src/base/world.ts'
import { carry, takeCarried } from './carried.ts'

const Step = z.object({ login: z.string(), password: z.string() })

/** Long enough to take the phone out and read the code. */
const purpose = { purpose: 'code_wanted', minutes: 3 } as const

/** What was right so far, sealed, so that the page with the code carries no password in the clear. */
export function sealStep(world: World, { login, password }: z.infer<typeof Step>): string {
  return carry(world, purpose, { login, password })
}

export function openStep(world: World, sealed: string): z.infer<typeof Step> | null {
  return takeCarried(world, purpose, Step, sealed)
}
