import type { Database } from '#src/base/db.ts'
import type { Sealer } from '#src/base/sealed.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import { hireOfficer, listOfficers } from '#src/modules/identity/index.ts'
import { findOfficeBySlug, openOffice, type Office } from '#src/modules/offices/index.ts'
import { getCommune } from '#src/modules/places/index.ts'
import { Refusal } from '#src/base/refusal.ts'
import { reservedSlugs } from '#src/web/paths.ts'

/** `fullName` and `login` are of the first administrator. */
export type NewDesk = { slug: string; communeCode: string; login: string; fullName: string }

/**
 * Opens the one-stop desk of the commune that bears the code today, and hires its administrator,
 * whose password opens the door once. Asked again after the login name was refused, it goes on with
 * the office that nobody works at yet. Refuses an unknown commune, a slug or login name that is
 * taken or malformed.
 */
export async function openNewOffice(
  database: Database,
  sealer: Sealer,
  desk: NewDesk,
): Promise<{ login: string; password: string }> {
  const world: World = { database, sealer, now: new Date() }
  const office = (await findUnstaffed(world, desk)) ?? (await openDesk(world, desk))
  const { officer, password } = await hireOfficer(systemOf(world, office), {
    login: desk.login,
    fullName: desk.fullName,
    title: 'Quản trị viên',
    role: 'office_admin',
  })
  return { login: officer.login, password }
}

async function openDesk(world: World, { slug, communeCode }: NewDesk): Promise<Office> {
  // Its pages would lie behind those of the house.
  if (reservedSlugs.includes(slug)) throw new Refusal('offices.slug_taken', { field: 'slug' })
  const nation = { db: world.database.nation, now: world.now }
  const commune = await getCommune(nation, { code: communeCode, field: 'commune' })
  const { code, valid_from: validFrom, full_name: name } = commune
  return openOffice(world, {
    slug,
    commune: { code, validFrom },
    name: {
      vi: `Bộ phận Một cửa ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      en: `One-stop desk of ${name}`,
    },
  })
}

async function findUnstaffed(world: World, desk: NewDesk): Promise<Office | undefined> {
  const found = await findOfficeBySlug({ db: world.database.nation }, desk.slug)
  if (found?.commune.code !== desk.communeCode) return undefined
  const officers = await listOfficers(systemOf(world, found))
  return officers.length === 0 ? found : undefined
}

function systemOf(world: World, office: Office) {
  return enterOffice(world, office.id, { kind: 'system', job: 'open_office' })
}
