import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireAuthor } from './require-outreach.ts'

/**
 * Connects an IP loudspeaker system: from now on approved bulletins go there by themselves. The same name
 * or address again is the same system with another key: this takes its place, with all that it had not
 * taken and that is still to be aired. Refuses one without a name or without an address that begins with
 * http:// or https://.
 *
 * @param key what the system asks for; kept sealed
 */
export async function addSpeakerSystem(
  ctx: Ctx,
  input: { name: string; address: string; key: string },
): Promise<{ id: string }> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const row = {
      office_id: ctx.officeId,
      name: input.name.normalize('NFC').trim(),
      address: input.address.trim().replace(/\/+$/, ''),
      key_sealed: ctx.sealer.seal(input.key),
      made_by: requireAuthor(ctx),
      made_at: ctx.now,
    }
    const { id } = await refuseBreach(
      {
        speaker_system_has_a_name: ['outreach.feed_name_missing', { field: 'name' }],
        speaker_system_has_an_address: ['outreach.link_malformed', { field: 'address' }],
      },
      () =>
        ctx.db
          .insertInto('outreach.speaker_system')
          .values(row)
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await takeOver(ctx, { ...row, id })
    await record(ctx, 'outreach.speaker_connected', id)
    return { id }
  })
}

async function takeOver(ctx: Ctx, now: { id: string; name: string; address: string }) {
  const before = ctx.db
    .selectFrom('outreach.speaker_system')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('id', '<>', now.id)
    .where((eb) => eb.or([eb('name', '=', now.name), eb('address', '=', now.address)]))
  await ctx.db
    .updateTable('outreach.speaker_system')
    .set({ closed_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('closed_at', 'is', null)
    .where('id', 'in', before)
    .execute()
  const left = await ctx.db
    .updateTable('outreach.speaker_push as it')
    .from('outreach.version as version')
    .set({ state: 'held', why: 'replaced' })
    .whereRef('version.office_id', '=', 'it.office_id')
    .whereRef('version.bulletin_id', '=', 'it.bulletin_id')
    .whereRef('version.number', '=', 'it.version')
    .where('version.air_to', '>=', vietnamDay(ctx.now))
    .where('it.office_id', '=', ctx.officeId)
    .where('it.system_id', 'in', before)
    .where('it.state', '<>', 'taken')
    .where((eb) => eb.or([eb('it.why', 'is', null), eb('it.why', '<>', 'replaced')]))
    .returning(['it.bulletin_id', 'it.version', 'it.kind'])
    .execute()
  if (left.length === 0) return
  const office_id = ctx.officeId
  await ctx.db
    .insertInto('outreach.speaker_push')
    .values(left.map((it) => ({ ...it, office_id, system_id: now.id, next_at: ctx.now })))
    .onConflict((oc) => oc.constraint('speaker_push_is_asked_once').doNothing())
    .execute()
}
