import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { shrinkPicture } from '#src/outside/pictures/shrink-picture.ts'
import { lockVersion } from './lock-version.ts'
import { pictureLimits } from './picture.ts'
import { requireFitWords } from './require-fit-text.ts'

/**
 * An officer puts a picture into a draft and says in words what it shows: a page read aloud has no
 * other way to tell it (WCAG 2.2, 1.1.1). It is made anew, small and without what the camera wrote into
 * it. Refuses what is no JPEG, PNG or WebP, a file above 15 MB, a fifth picture, a picture without
 * words, personal data in them, and a version that is no draft any more.
 */
export async function addPicture(
  ctx: Ctx,
  input: {
    bulletinId: string
    version: number
    content: Uint8Array
    altVi: string
    altEn: string
  },
): Promise<{ id: string }> {
  requireRight(ctx, 'outreach.write')
  const [altVi, altEn] = [tidy(input.altVi), tidy(input.altEn)]
  if (altVi === '') throw new Refusal('outreach.alt_missing', { field: 'altVi' })
  for (const [field, alt] of Object.entries({ altVi, altEn })) {
    if (alt.length > pictureLimits.altLetters) throw new Refusal('outreach.alt_too_long', { field })
    await requireFitWords(ctx, field, alt)
  }
  if (input.content.length > pictureLimits.broughtBytes)
    throw new Refusal('outreach.picture_too_large', { field: 'picture' })
  const small = await shrinkPicture(input.content, pictureLimits.keptBytes)
  if (typeof small === 'string')
    throw new Refusal(`outreach.picture_${small}`, { field: 'picture' })
  return inTransaction(ctx, async (ctx) => {
    const { pictures } = await lockVersion(ctx, input, 'illustrate')
    if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
    const { id } = await ctx.db
      .insertInto('outreach.picture')
      .values({
        office_id: ctx.officeId,
        bulletin_id: input.bulletinId,
        content: small.jpeg,
        width: small.width,
        height: small.height,
        made_by: ctx.actor.officerId,
        made_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await refuseBreach(
      { version_pictures_are_few: ['outreach.pictures_too_many', { field: 'picture' }] },
      () =>
        ctx.db
          .insertInto('outreach.version_picture')
          .values({
            office_id: ctx.officeId,
            bulletin_id: input.bulletinId,
            version: input.version,
            picture_id: id,
            position: firstFree(pictures.map((it) => it.position)),
            alt_vi: altVi,
            alt_en: altEn,
          })
          .execute(),
    )
    await record(ctx, 'outreach.picture_added', input.bulletinId, { version: input.version })
    return { id }
  })
}

function firstFree(taken: number[]): number {
  let position = 1
  while (taken.includes(position)) position++
  return position
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
