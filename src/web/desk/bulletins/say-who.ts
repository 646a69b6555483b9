import type { Ctx } from '#src/base/ctx.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import type { BulletinVersion } from '#src/modules/outreach/index.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { sayInstant } from '../../dates.ts'

export type Names = (id: string | null) => string

/** Whose name stands behind an id; what nobody wrote, the house did. */
export async function readNames(
  ctx: Ctx,
  w: Words,
  ids: (string | null | undefined)[],
): Promise<Names> {
  const names = await readOfficerNames(
    ctx,
    ids.filter((it) => typeof it === 'string'),
  )
  return (id) => (id === null ? w.bulletins.byHouse : (names.get(id)?.fullName ?? ''))
}

export function idsOf(versions: readonly BulletinVersion[]): (string | null)[] {
  return versions.flatMap((it) => [it.writtenBy, it.submittedBy, it.decidedBy])
}

/** Who wrote a version, who put it before the chairman, what he decided: a line each. */
export function sayWho(lang: Lang, w: Words, names: Names, it: BulletinVersion): string[] {
  const said = (by: string | null, at: Date) => ({ by: names(by), at: sayInstant(lang, at) })
  const written = it.writtenBy === null ? w.bulletins.drafted : w.bulletins.written
  const lines = [written(said(it.writtenBy, it.writtenAt))]
  if (it.submittedAt) lines.push(w.bulletins.submitted(said(it.submittedBy, it.submittedAt)))
  if (it.decidedAt) {
    const decided = it.state === 'approved' ? w.bulletins.approvedBy : w.bulletins.returnedBy
    lines.push(decided(said(it.decidedBy, it.decidedAt)))
  }
  return lines
}
