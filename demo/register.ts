import type { Ctx } from '#src/base/ctx.ts'
import { addHamlet } from '#src/modules/offices/index.ts'
import {
  addBusiness,
  makeLink,
  noteEffort,
  setHamletWays,
  setUnitCosts,
} from '#src/modules/reach/index.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'

/**
 * The demo office's hamlets, with and without a loudspeaker, two businesses, round costs and a first
 * code: invented, and called so, for the picture of reach to have something to show.
 */
export async function keepRegister(ctx: Ctx): Promise<void> {
  const hamlets: { id: string }[] = []
  for (const [i, name] of ['Thôn mẫu Đông', 'Thôn mẫu Đoài', 'Thôn mẫu Trung'].entries()) {
    const hamlet = await addHamlet(ctx, { name, households: 180 + i * 45 })
    const ways = { hasLoudspeaker: i !== 1, headName: `Trưởng thôn mẫu ${i + 1}`, headPhone: null }
    await setHamletWays(ctx, { hamletId: hamlet.id, ways })
    hamlets.push(hamlet)
  }
  const [east] = hamlets
  const business = { contactName: 'Tổ trưởng công đoàn (mẫu)', contactPhone: null, address: '' }
  const factory = await addBusiness(ctx, {
    ...{ ...business, name: 'Công ty may (mẫu)', workers: 650, hamletId: east!.id },
  })
  await addBusiness(ctx, {
    ...{ ...business, name: 'Hợp tác xã nông nghiệp (mẫu)', workers: 48, hamletId: null },
  })
  await setUnitCosts(ctx, { costs: { loudspeaker: 20_000, poster: 5_000, leaflet: 400 } })
  const on = vietnamDay(ctx.now)
  await noteEffort(ctx, {
    ...{ clientKey: crypto.randomUUID(), on, channel: 'business', quantity: 1 },
    businessId: factory.id,
  })
  await makeLink(ctx, { channel: 'poster', target: 'book' })
  await makeLink(ctx, { channel: 'leaflet', target: 'book', hamletId: east!.id })
}
