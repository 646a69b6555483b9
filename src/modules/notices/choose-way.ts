import { randomBytes } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { NoticesChosenHow } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Way } from './choice.ts'

export type ToChoose = {
  /** The request or the appointment. */
  subjectId: string
  way: Way
  email?: string | null
  how: NoticesChosenHow
  /** The office's own address, such as `https://vuban.example.vn/vu-ban`. */
  site: string
}

const longest = 254

/**
 * Notes how somebody wants to be told of one matter, who asked and when: their consent (Law 91/2025 on
 * personal data). What they chose before stays written; the newest counts. Refuses e-mail without an
 * address. Asked of citizens too, who choose for what they have the link of.
 */
export async function chooseWay(ctx: Ctx, said: ToChoose): Promise<void> {
  const email = said.way === 'email' ? requireEmail(said.email ?? '') : null
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('notices.choice')
      .values({
        office_id: ctx.officeId,
        subject_id: said.subjectId,
        way: said.way,
        email_sealed: email === null ? null : ctx.sealer.seal(email),
        how: said.how,
        chosen_by: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
        chosen_at: ctx.now,
        token: randomBytes(15).toString('base64url'),
        site: said.site,
      })
      .execute()
    await record(ctx, 'notices.way_chosen', said.subjectId, { way: said.way, how: said.how })
  })
}

function requireEmail(typed: string): string {
  const email = typed.normalize('NFC').trim().toLowerCase()
  if (email === '') throw new Refusal('notices.email_missing', { field: 'email' })
  if (email.length > longest || !/^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(email))
    throw new Refusal('notices.email_wrong', { field: 'email' })
  return email
}
