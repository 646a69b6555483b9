import type { Ctx } from '#src/base/ctx.ts'
import { listHamlets } from '#src/modules/offices/index.ts'
import { nothingHeard, type Heard } from '#src/modules/reach/index.ts'
import type { DemoRequest } from './live-through.ts'

const ways = ['loudspeaker', 'zalo', 'neighbour', 'loudspeaker', 'facebook', 'hamlet_head'] as const

/**
 * How a demo person heard. Only who lives in the commune comes from one of its hamlets, and nobody has
 * come from the last of them yet: it is what the picture of reach is there to show.
 */
export async function howHeard(ctx: Ctx, it: DemoRequest, n: number): Promise<Heard> {
  const hamlets = (await listHamlets(ctx)).slice(0, -1)
  const near = it.home === 'goi' || it.home === 'vu_ban'
  const hamlet = near ? hamlets[n % Math.max(hamlets.length, 1)] : undefined
  return { ...nothingHeard, channel: ways[n % ways.length]!, hamletId: hamlet?.id ?? null }
}

/**
 * How the people of a line heard: six of seven say it, one in four comes from elsewhere. As above nobody
 * comes from the last hamlet, nor from the factory.
 */
export async function heardInLine(ctx: Ctx): Promise<(n: number) => Heard> {
  const hamlets = (await listHamlets(ctx)).slice(0, -1)
  return (n) => {
    if (n % 7 === 6) return nothingHeard
    const hamlet = n % 4 === 3 ? undefined : hamlets[Math.floor(n / 2) % hamlets.length]
    return { ...nothingHeard, channel: ways[n % ways.length]!, hamletId: hamlet?.id ?? null }
  }
}
