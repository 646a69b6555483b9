import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeServiceDay } from '#src/modules/service-days/index.ts'
import { need, useDesk } from '#test/desk.ts'
import { comes, minute, openLine } from '#test/line.ts'
import { hiredAs, otherOffice } from '#test/office.ts'
import { listRequests, receiveRequest } from './index.ts'

const desk = useDesk()

test('a request says during which visit it was received, and one visit holds several', async () => {
  const line = await openLine(desk)
  const { visitId } = await comes(line)
  const officer = minute(desk.officer, 30)
  const first = await receiveRequest(officer, need({ visitId }))
  const second = await receiveRequest(officer, need({ visitId }))
  await receiveRequest(officer, need())
  const { items } = await listRequests(officer, { visitId })
  expect(items.map((it) => it.code)).toEqual([second.code, first.code])
  expect(items.map((it) => it.visitId)).toEqual([visitId, visitId])
  expect(items.map((it) => it.serviceDayId)).toEqual([line.serviceDayId, line.serviceDayId])
  await closeServiceDay(officer, { serviceDayId: line.serviceDayId, reason: 'Hết giờ' })
})

test('whoever is still at the counter when the day was closed is received all the same', async () => {
  const line = await openLine(desk)
  const { visitId } = await comes(line)
  const officer = minute(desk.officer, 60)
  await closeServiceDay(officer, { serviceDayId: line.serviceDayId, reason: 'Hết giờ' })
  await receiveRequest(officer, need({ visitId }))
  const { items } = await listRequests(officer, { visitId })
  expect(items.map((it) => [it.visitId, it.serviceDayId])).toEqual([[visitId, null]])
})

test('a visit of another day, of another office, or that is not there is refused', async () => {
  const line = await openLine(desk)
  const { visitId } = await comes(line)
  const nextDay = minute(desk.officer, 24 * 60)
  await expect(receiveRequest(nextDay, need({ visitId }))).rejects.toThrow(
    'requests.visit_of_another_day',
  )
  const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
  await expect(receiveRequest(minute(stranger, 30), need({ visitId }))).rejects.toThrow(
    'queue.visit_not_found',
  )
  await expect(
    receiveRequest(minute(desk.officer, 30), need({ visitId: randomUUID() })),
  ).rejects.toThrow('queue.visit_not_found')
})
