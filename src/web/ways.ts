import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { listOpenChannels } from '#src/modules/deliveries/index.ts'
import { ways, type ToChoose, type Way } from '#src/modules/notices/index.ts'
import type { Env } from './env.ts'

/** The ways that the office can tell people now: channels that are connected, the phone, none. */
export async function readWays(ctx: Ctx): Promise<Way[]> {
  const open = await listOpenChannels(ctx)
  const able = {
    ...{ zalo: open.includes('zns'), sms: open.includes('sms'), email: open.includes('email') },
    ...{ call: true, none: true },
  }
  return ways.filter((it) => able[it])
}

/** What a form says of it; null when nobody asked. */
export function wayOf(
  c: Context<Env>,
  way: string | undefined,
  email: string | undefined,
): Pick<ToChoose, 'way' | 'email' | 'site'> | null {
  const chosen = ways.find((it) => it === way)
  return chosen ? { way: chosen, email: email ?? null, site: siteOf(c) } : null
}

/** The office's own address as people reach it. */
export function siteOf(c: Context<Env>): string {
  const { house, office } = c.var
  return `${house.publicUrl}/${office.slug}`
}
