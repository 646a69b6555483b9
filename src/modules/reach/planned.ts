import type { Ctx } from '#src/base/ctx.ts'
import type { Trouble } from './register/register.ts'

export type PlannedRow = {
  /** As the spreadsheet counts its rows. */
  line: number
  name: string
  will: 'add' | 'change' | 'same' | 'wrong'
  troubles: Trouble[]
}

/** A row with the deeds that it leads to. */
export type Planned = PlannedRow & { write: (ctx: Ctx) => Promise<void> }

/** The deed of a row that says what is kept already, or that is wrong. */
export const nothing = async () => undefined
