import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { asOfficer, useOffice } from '#test/office.ts'
import { addKiosk, findKiosk, listKiosks, removeKiosk } from './index.ts'

const office = useOffice()
const admin = () => asOfficer(office, ['offices.edit'])
const at = (ctx: Ctx, minutes: number) => ({
  ...office,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
})

test('a kiosk is let in by its token until it is removed', async () => {
  const { kiosk, token } = await addKiosk(admin(), { name: ' Máy sảnh chính ' })
  const found = await findKiosk(at(office, 1), token)
  expect(found).toMatchObject({ id: kiosk.id, name: 'Máy sảnh chính' })
  expect(found!.ctx.officeId).toBe(office.officeId)
  expect(found!.ctx.actor).toEqual({ kind: 'citizen' })
  expect((await listKiosks(admin()))[0]!.lastSeenAt).toEqual(at(office, 1).now)
  await removeKiosk(admin(), { kioskId: kiosk.id })
  expect(await findKiosk(office, token)).toBeNull()
  expect(await listKiosks(admin())).toEqual([])
  await expect(removeKiosk(admin(), { kioskId: kiosk.id })).rejects.toMatchObject({
    code: 'queue.kiosk_not_found',
  })
})

test('a token that nobody gave lets nothing in', async () => {
  const { token } = await addKiosk(admin(), { name: 'Máy cổng' })
  const bytes = Buffer.from(token, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  for (const wrong of ['', 'x', randomUUID(), bytes.toString('base64url'), `${token}A`])
    expect(await findKiosk(office, wrong)).toBeNull()
})

test('the token itself is kept nowhere', async () => {
  const { token } = await addKiosk(admin(), { name: 'Máy tầng 2' })
  const { rows } = await office.owner.query<{ all: string }>(
    "select string_agg(d::text, e'\\n') as all from queue.device d",
  )
  expect(rows[0]!.all).not.toContain(token)
  expect(rows[0]!.all).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
})

test('only the office’s administrator lets kiosks in, and each has a name', async () => {
  await expect(addKiosk(office, { name: 'Máy' })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  await expect(addKiosk(admin(), { name: ' ' })).rejects.toMatchObject({
    code: 'queue.kiosk_name_missing',
  })
})
