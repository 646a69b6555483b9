import { describe, expect, test } from 'vitest'
import { addProgramme, addExtraDay, openServiceDay } from '#src/modules/service-days/index.ts'
import { need, useDesk } from '#test/desk.ts'
import { at } from '#test/office.ts'
import { getRequest, receiveRequest, type NewRequest } from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

async function whole(differs: Partial<NewRequest> = {}, ctx = desk.officer) {
  const { id } = await receiveRequest(ctx, need(differs))
  return getRequest(ctx, { requestId: id })
}

describe('the service day', () => {
  test('is today’s when it is open, none when the officer says so, and no other date’s', async () => {
    const date = '2027-02-12'
    const ctx = at(desk.officer, `${date}T02:00:00Z`)
    const { id: programmeId } = await addProgramme(ctx, {
      nameVi: 'Ngày thứ 6 tại chỗ',
      nameEn: '',
      weekday: 5,
      venueId: desk.venueId,
      hours: { morning: { from: '07:30', to: '11:30' }, afternoon: null },
      officerIds: [],
      procedures: [],
      partners: [],
      capacity: null,
      holidayPolicy: 'skip',
      validFrom: day('2026-06-01'),
      validTo: null,
    })
    const extra = { programmeId, date: day(date), reason: 'Thử' }
    const { id: serviceDayId } = await addExtraDay(ctx, extra)
    const received = async (differs: Partial<NewRequest>, when = ctx) =>
      (await whole(differs, when)).serviceDayId

    expect(await received({})).toBeNull()
    const notOpen = { code: 'service_days.not_open' }
    await expect(received({ serviceDayId })).rejects.toMatchObject(notOpen)
    await openServiceDay(ctx, { serviceDayId })
    expect(await received({})).toBe(serviceDayId)
    expect(await received({ serviceDayId })).toBe(serviceDayId)
    expect(await received({ serviceDayId: null })).toBeNull()

    const monday = at(ctx, '2027-02-15T02:00:00Z')
    await expect(received({ serviceDayId }, monday)).rejects.toMatchObject({
      code: 'requests.service_day_of_another_date',
    })
    const late = { receivedAt: new Date(`${date}T03:00:00Z`) }
    expect(await received({ ...late, serviceDayId }, monday)).toBe(serviceDayId)
    expect(await received(late, monday)).toBeNull()
    await expect(
      received({ receivedAt: new Date('2026-05-29T03:00:00Z') }, monday),
    ).rejects.toMatchObject({ code: 'requests.date_before_programme' })
  })
})
