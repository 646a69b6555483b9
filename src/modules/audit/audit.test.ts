import { expect, test } from 'vitest'
import { inTransaction } from '#src/base/ctx.ts'
import { useOffice } from '#test/office.ts'
import { findBrokenLink, listEntries, record } from './index.ts'

const office = useOffice()

test('twenty deeds at the same moment make one unbroken chain', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => record(office, 'audit.tried', `subject-${i}`)),
  )

  const numbers = (await listEntries(office)).map((entry) => entry.number)
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i))
  expect(await findBrokenLink(office)).toBeNull()
})

test('a deed that is rolled back leaves no trace', async () => {
  const before = (await listEntries(office)).length
  const deed = inTransaction(office, async (ctx) => {
    await record(ctx, 'audit.tried', 'undone')
    throw new Error('undone')
  })

  await expect(deed).rejects.toThrow('undone')
  expect((await listEntries(office)).length).toBe(before)
})

test('the program can neither change nor delete what was written', async () => {
  await record(office, 'audit.tried', 'kept')
  const change = office.db.updateTable('audit.entry').set({ action: 'audit.other' }).execute()
  await expect(change).rejects.toThrow('permission denied')
  await expect(office.db.deleteFrom('audit.entry').execute()).rejects.toThrow('permission denied')
  const chain = office.db.updateTable('audit.chain').set({ number: 0 }).execute()
  await expect(chain).rejects.toThrow('permission denied')
})

test('another office sees nothing of the trail and cannot write into it', async () => {
  await record(office, 'audit.tried', 'ours')
  const stranger = { ...office, db: office.database.forOffice(crypto.randomUUID()) }

  expect(await listEntries(stranger)).toEqual([])
  await expect(record(stranger, 'audit.tried', 'forged')).rejects.toThrow('row-level security')
})

test.each([
  ['changed', `update audit.entry set action = 'audit.forged' where number = 3`, 3],
  ['taken out', 'delete from audit.entry where number = 5', 6],
  ['cut off at the end', 'delete from audit.entry where number = 12', 12],
])('an entry that the owner of the database has %s is found', async (_, tamper, number) => {
  const officeId = crypto.randomUUID()
  const ctx = { ...office, officeId, db: office.database.forOffice(officeId) }
  for (let i = 0; i < 12; i++) await record(ctx, 'audit.tried', `subject-${i}`)
  expect(await findBrokenLink(ctx)).toBeNull()

  await office.owner.query(`${tamper} and office_id = '${officeId}'`)

  expect(await findBrokenLink(ctx)).toBe(number)
})
