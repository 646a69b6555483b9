import type { Ctx } from '#src/base/ctx.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { getCommune } from '#src/modules/places/index.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { readSetting } from './read-setting.ts'

/** Who certifies and where, as statements say it: "Ủy ban nhân dân xã Vụ Bản", "Xã Vụ Bản". */
export async function readAgency(ctx: Ctx): Promise<{ agencyName: string; place: string }> {
  const { agencyName } = await readSetting(ctx)
  const { commune } = await getOffice(ctx)
  const { full_name: place } = await getCommune(ctx, {
    code: commune.code,
    at: vietnamDay(ctx.now),
  })
  const said = place.charAt(0).toLocaleLowerCase('vi') + place.slice(1)
  return { agencyName: agencyName ?? `Ủy ban nhân dân ${said}`, place }
}
