import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { BulletinText, BulletinVersion } from './bulletin.ts'
import { findPersonalData, type Allowed, type PersonalData } from './find-personal-data.ts'
import { readKnowledge } from './read-knowledge.ts'

const refusals: Record<PersonalData['what'], Refusal['code']> = {
  id_number: 'outreach.has_id_number',
  phone: 'outreach.has_phone',
  name_with_hamlet: 'outreach.has_name_with_hamlet',
}

/** Refuses a text with somebody's ID number, phone, or full name and hamlet in it. */
export async function requireFitText(ctx: Ctx, text: BulletinText): Promise<void> {
  const knowledge = await readKnowledge(ctx)
  for (const field of ['titleVi', 'bodyVi', 'titleEn', 'bodyEn', 'script'] as const)
    refusePersonal(field, text[field] ?? '', knowledge)
}

/** The same for all that a version says beside its text: its pictures, its words for one channel. */
export async function requireFitVersion(ctx: Ctx, version: BulletinVersion): Promise<void> {
  await requireFitText(ctx, version)
  const knowledge = await readKnowledge(ctx)
  for (const { altVi, altEn } of version.pictures)
    refusePersonal('form', `${altVi}\n${altEn}`, knowledge)
  for (const text of Object.values(version.channelTexts)) refusePersonal('form', text, knowledge)
}

/** The same for one text that stands alone, such as what a picture shows. */
export async function requireFitWords(ctx: Ctx, field: string, text: string): Promise<void> {
  refusePersonal(field, text, await readKnowledge(ctx))
}

function refusePersonal(field: string, text: string, knowledge: Allowed): void {
  const [first] = findPersonalData(text, knowledge)
  if (first) throw new Refusal(refusals[first.what], { field, params: { found: first.found } })
}

/** NFC, no spaces around, an empty script as none. */
export function tidyText(said: BulletinText): BulletinText {
  const tidy = (text: string) =>
    text
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      .replace(/[ \t]+$/gm, '')
      .trim()
  return {
    titleVi: tidy(said.titleVi).replace(/\s+/g, ' '),
    bodyVi: tidy(said.bodyVi),
    titleEn: tidy(said.titleEn).replace(/\s+/g, ' '),
    bodyEn: tidy(said.bodyEn),
    script: said.script === null || tidy(said.script) === '' ? null : tidy(said.script),
  }
}
