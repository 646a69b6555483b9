import type { Ctx } from '#src/base/ctx.ts'
import { getOffice, listHamlets } from '#src/modules/offices/index.ts'
import { readAbbreviations } from './read-abbreviations.ts'
import { readSetting } from './read-setting.ts'

/** What the check of a text must know of the office. */
export async function readKnowledge(ctx: Ctx) {
  const office = await getOffice(ctx)
  const hamlets = await listHamlets(ctx)
  const setting = await readSetting(ctx)
  const own = await readAbbreviations(ctx)
  return {
    phones: [...(office.phone === null ? [] : [office.phone]), ...setting.publicPhones],
    hamlets: hamlets.map((it) => it.name),
    own,
    wordsPerMinute: setting.wordsPerMinute,
  }
}
