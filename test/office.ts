import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor, Ctx, Right } from '#src/base/ctx.ts'
import { appUrl, openDatabase, type Database } from '#src/base/db.ts'
import { createSealer } from '#src/base/sealed.ts'

/** An office of its own for a test file: a `Ctx` of a citizen, on a database that nobody else uses. */
export type TestOffice = Ctx & {
  database: Database
  /** For what only the owner of the database may do, such as tampering with the trail. */
  owner: pg.Pool
}

/**
 * Gives the test file a freshly cloned, migrated database. Tests of one file share it, so each
 * makes the rows that it speaks of.
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
  })
  afterAll(async () => {
    await office.database?.close()
    await office.owner?.end()
  })
  return office
}

/** The same office, seen by an officer who holds these rights. */
export function asOfficer(office: Ctx, rights: readonly Right[], officerId = randomUUID()): Ctx {
  const actor: Actor = { kind: 'officer', officerId, name: 'Cán bộ Thử', rights }
  return { ...office, actor }
}

/** The same office at another moment. */
export function at(office: Ctx, instant: string): Ctx {
  return { ...office, now: new Date(instant) }
}
