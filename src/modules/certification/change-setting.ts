import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { readSetting } from './read-setting.ts'
import type { Setting } from './setting.ts'

/**
 * The office names its books and itself. A book that is open keeps the symbol that it was opened with.
 * Refuses a symbol with a space in it, and one symbol for both books.
 */
export async function changeSetting(ctx: Ctx, said: Partial<Setting>): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const to = { ...(await readSetting(ctx)), ...said }
    const columns = {
      symbol_paper: to.symbolPaper.normalize('NFC').trim(),
      symbol_electronic: to.symbolElectronic.normalize('NFC').trim(),
      agency_name: to.agencyName?.normalize('NFC').trim() || null,
    }
    await refuseBreach(
      {
        setting_symbols_are_two: ['certification.symbol_malformed', { field: 'symbolElectronic' }],
        setting_symbols_have_no_space: ['certification.symbol_malformed', { field: 'symbolPaper' }],
      },
      () =>
        ctx.db
          .insertInto('certification.setting')
          .values({ office_id: ctx.officeId, ...columns })
          .onConflict((oc) => oc.column('office_id').doUpdateSet(columns))
          .execute(),
    )
    await record(ctx, 'certification.setting_changed', ctx.officeId)
  })
}
