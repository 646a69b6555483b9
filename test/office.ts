import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor, Ctx, Right } from '#src/base/ctx.ts'
import { appUrl, openDatabase, type Database } from '#src/base/db.ts'
import { createSealer } from '#src/base/sealed.ts'
import { hireOfficer, rightsOf, type Role } from '#src/modules/identity/index.ts'

/** An office of its own for a test file: a `Ctx` of a citizen, on a database that nobody else uses. */
export type TestOffice = Ctx & {
  database: Database
  /** For what only the owner of the database may do, such as tampering with the trail. */
  owner: pg.Pool
}

/**
 * Gives the test file a freshly cloned, migrated database with one office in it: the desk of xã Vụ
 * Bản. Tests of one file share it, so each makes the further rows that it speaks of.
 */
export function useOffice(): TestOffice {
  const office = {
    officeId: randomUUID(),
    actor: { kind: 'citizen' },
    now: new Date('2026-11-20T01:30:00Z'),
    sealer: createSealer(randomBytes(32)),
  } as TestOffice
  const name = `office_${randomBytes(6).toString('hex')}`

  beforeAll(async () => {
    const template = inject('template')
    const admin = new pg.Client({ connectionString: template.replace(/[^/]+$/, 'postgres') })
    await admin.connect()
    // One clone at a time: PostgreSQL refuses a template that is being copied by another session.
    await admin.query('select pg_advisory_lock(1)')
    await admin.query(`create database ${name} template template_office strategy file_copy`)
    await admin.end()
    const url = template.replace(/[^/]+$/, name)
    office.owner = new pg.Pool({ connectionString: url, max: 2 })
    office.database = openDatabase(appUrl(url, 'test'), { max: 24 })
    office.db = office.database.forOffice(office.officeId)
    await placeOffice(office.owner, office.officeId, 'vu-ban')
  })
  afterAll(async () => {
    await office.database?.close()
    await office.owner?.end()
  })
  return office
}

/** A second desk in the same database, to try what offices can see and do of each other. */
export async function otherOffice(office: TestOffice): Promise<TestOffice> {
  const officeId = randomUUID()
  await placeOffice(office.owner, officeId, `khac-${officeId.slice(0, 8)}`)
  return { ...office, officeId, db: office.database.forOffice(officeId) }
}

/**
 * The row of an office, put in without a trail: the trail of a test begins with what the test does.
 * The commune is put in too where the national data is not loaded.
 */
async function placeOffice(owner: pg.Pool, officeId: string, slug: string): Promise<void> {
  await owner.query(`
    insert into places.province (code, valid_from, kind, name)
      values ('37', '2025-07-01', 'tinh', 'Ninh Bình') on conflict do nothing;
    insert into places.commune (code, valid_from, kind, name, province_code)
      values ('13741', '2025-07-01', 'xa', 'Vụ Bản', '37') on conflict do nothing`)
  await owner.query(
    `insert into offices.office
       (id, slug, name, name_en, commune_code, commune_valid_from, opened_at)
     select $1, $2, 'Bộ phận Một cửa xã Vụ Bản', 'One-stop desk of Vụ Bản commune',
            code, valid_from, now()
       from places.commune where code = '13741' and valid_to is null`,
    [officeId, slug],
  )
}

/**
 * The same office, seen by an officer who holds these rights. No row of identity.officer stands
 * behind it: where one is pointed to, take `hiredAs`.
 */
export function asOfficer(
  office: Ctx,
  rights: readonly Right[],
  officerId: string = randomUUID(),
): Ctx {
  const actor: Actor = { kind: 'officer', officerId, name: 'Cán bộ Thử', rights }
  return { ...office, actor }
}

/** The same office, seen by an officer of this role who has a row of their own. */
export async function hiredAs(office: Ctx, role: Role): Promise<Ctx> {
  const owner: Ctx = { ...office, actor: { kind: 'system', job: 'test' } }
  const { officer } = await hireOfficer(owner, {
    login: `thu-${randomUUID()}`,
    fullName: 'Cán bộ Thử',
    title: 'Công chức Văn phòng – Thống kê',
    role,
  })
  return asOfficer(office, rightsOf({ role, mustChangePassword: false }), officer.id)
}

/** The same office at another moment. */
export function at(office: Ctx, instant: string): Ctx {
  return { ...office, now: new Date(instant) }
}
