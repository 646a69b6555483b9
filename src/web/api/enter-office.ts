import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { enterOffice } from '#src/base/world.ts'
import { findOfficeBySlug, type Office } from '#src/modules/offices/index.ts'
import type { Asking } from './endpoint.ts'

export const slug = z
  .string()
  .describe('The office’s part of its addresses, as `/offices` lists it.')

/** The office of this slug, entered as a citizen enters it. Refuses a slug that no office has. */
export async function enterBySlug(
  { house, nation }: Asking,
  slug: string,
): Promise<{ office: Office; ctx: Ctx }> {
  const office = await findOfficeBySlug(nation, slug)
  if (!office) throw new Refusal('api.office_unknown', { field: 'slug', params: { slug } })
  const world = { ...house, now: nation.now }
  return { office, ctx: enterOffice(world, office.id, { kind: 'citizen' }) }
}
