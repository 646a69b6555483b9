import { expect, test } from 'vitest'
import { addHamlet, removeHamlet } from '#src/modules/offices/index.ts'
import { asOfficer, at, otherOffice, useOffice } from '#test/office.ts'
import { countOpening, findLink, listLinks, makeLink } from './index.ts'

const office = useOffice()
const writer = () => asOfficer(office, ['outreach.write'])
const admin = () => asOfficer(office, ['offices.edit'])
const span = {
  from: Temporal.PlainDate.from('2026-11-20'),
  to: Temporal.PlainDate.from('2026-11-21'),
}
const opened = async (id: string, over = span) =>
  (await listLinks(writer(), over)).find((it) => it.id === id)?.opened

test('one link for a channel in a hamlet, by whomever and however often it is asked for', async () => {
  const hamlet = await addHamlet(admin(), { name: 'Thôn Quét Mã' })
  const asked = { channel: 'poster', target: 'book', hamletId: hamlet.id } as const
  const made = await Promise.all(Array.from({ length: 20 }, () => makeLink(writer(), asked)))
  expect(new Set(made.map((it) => it.code)).size).toBe(1)
  expect(made[0]!.code).toMatch(/^[2-9a-hjkmnp-z]{5}$/)
  const elsewhere = await makeLink(writer(), { channel: 'poster', target: 'book' })
  expect(elsewhere.code).not.toBe(made[0]!.code)
})

test('twenty phones that scan at the same moment are twenty, on their day', async () => {
  const link = await makeLink(writer(), { channel: 'leaflet', target: 'book' })
  const today = at(office, '2026-11-20T16:59:00Z')
  await Promise.all(Array.from({ length: 20 }, () => countOpening(today, { linkId: link.id })))
  // One minute later it is the next day in Việt Nam.
  await countOpening(at(office, '2026-11-20T17:00:00Z'), { linkId: link.id })
  expect(await opened(link.id)).toBe(21)
  expect(await opened(link.id, { from: span.from, to: span.from })).toBe(20)
})

test('a printed code goes on to lead when its hamlet is gone, and is given to no other', async () => {
  const hamlet = await addHamlet(admin(), { name: 'Thôn Sắp Gộp' })
  const asked = { channel: 'poster', target: 'book' } as const
  const { code } = await makeLink(writer(), { ...asked, hamletId: hamlet.id })
  await removeHamlet(admin(), { hamletId: hamlet.id })
  expect(await findLink(office, { code: code.toUpperCase() })).toMatchObject({ hamletId: null })
  expect((await makeLink(writer(), asked)).code).not.toBe(code)
})

test('a code of another office leads nowhere here', async () => {
  const other = await otherOffice(office)
  const { code } = await makeLink(asOfficer(other, ['outreach.write']), {
    channel: 'zalo',
    target: 'home',
  })
  expect(await findLink(office, { code })).toBeNull()
})

test('a link is for one place that the office has, and made by who announces', async () => {
  const { officeId: hamletId } = office
  const link = { channel: 'poster', target: 'book' } as const
  await expect(makeLink(writer(), { ...link, hamletId })).rejects.toMatchObject({
    code: 'reach.hamlet_not_found',
  })
  await expect(makeLink(writer(), { ...link, businessId: hamletId })).rejects.toMatchObject({
    code: 'reach.business_not_found',
  })
  await expect(
    makeLink(writer(), { ...link, hamletId, businessId: hamletId }),
  ).rejects.toMatchObject({ code: 'reach.one_place' })
  await expect(makeLink(office, link)).rejects.toMatchObject({ code: 'identity.not_allowed' })
})
