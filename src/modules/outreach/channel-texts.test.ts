import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { addVenue } from '#src/modules/offices/index.ts'
import { changeServiceDay, getServiceDay, type Hours } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { at, hiredAs } from '#test/office.ts'
import { dayOn } from '#test/planned.ts'
import {
  approveBulletin,
  draftForDay,
  findStory,
  getBulletin,
  latestOf,
  setChannelText,
  submitBulletin,
  wordForChannel,
  writeBulletin,
  writeStory,
} from './index.ts'

const desk = useDesk()
const date = (iso: string) => Temporal.PlainDate.from(iso)
const air = { from: date('2026-11-20'), to: date('2026-11-21'), times: ['17:00'], repeats: 1 }
let writer: Ctx
let chairman: Ctx

beforeAll(async () => {
  writer = await hiredAs(desk.office, 'announcer')
  chairman = await hiredAs(desk.office, 'chairman')
})

async function draft(bodyVi = 'Nội dung.'): Promise<string> {
  const text = { titleVi: 'Tin', bodyVi, titleEn: '', bodyEn: '', script: null }
  const input = { clientKey: randomUUID(), text, priority: 'normal' as const, air }
  return (await writeBulletin(writer, input)).id
}

describe('words for one channel', () => {
  test('are kept with the draft, and an empty text goes back to what the house makes', async () => {
    const bulletinId = await draft()
    const sms = { bulletinId, version: 1, channel: 'sms' as const }
    await setChannelText(writer, { ...sms, text: 'Mai ngày tại chỗ.' })
    const { channelTexts } = latestOf(await getBulletin(writer, { bulletinId }))
    expect(channelTexts).toEqual({ sms: 'Mai ngày tại chỗ.' })
    const made = wordForChannel('sms', { title: 'Tin', body: 'Dài' }, 'https://x', channelTexts.sms)
    expect(made.text).toBe('Mai ngày tại chỗ.\n\nhttps://x')

    await setChannelText(writer, { ...sms, text: ' ' })

    expect(latestOf(await getBulletin(writer, { bulletinId })).channelTexts).toEqual({})
  })

  test('are fixed once the chairman has them, and hold nobody’s phone', async () => {
    const bulletinId = await draft()
    const sms = { bulletinId, version: 1, channel: 'sms' as const }
    await expect(
      setChannelText(writer, { ...sms, text: 'Gọi anh Ba 0912 345 678' }),
    ).rejects.toMatchObject({ code: 'outreach.has_phone', field: 'text' })
    await expect(setChannelText(writer, { ...sms, text: 'a'.repeat(227) })).rejects.toMatchObject({
      code: 'outreach.channel_text_too_long',
    })

    await submitBulletin(writer, { bulletinId, version: 1 })

    await expect(setChannelText(writer, { ...sms, text: 'Khác' })).rejects.toMatchObject({
      code: 'outreach.is_waiting',
    })
  })

  test('what is too long shows where it is cut, and a shorter one in whole sentences is there', async () => {
    const body = Array.from({ length: 40 }, (_, i) => `Câu thứ ${i} của tin.`).join(' ')

    const made = wordForChannel('sms', { title: 'Tin', body }, 'https://x.vn/tin?tu=sms')

    expect(made.cut!.kept.length).toBe(306)
    expect(made.shorter!.length).toBeLessThanOrEqual(306)
    expect(made.shorter).toMatch(/của tin\.\n\nhttps:\/\/x\.vn\/tin\?tu=sms$/)
  })
})

describe('a day whose place or hours change', () => {
  async function told(iso: string) {
    const day = await dayOn(desk, iso)
    const before = at(writer, `${date(iso).subtract({ days: 1 })}T00:00:00Z`)
    const { id } = (await draftForDay(before, { serviceDayId: day.id }))!
    const change = (differs: { hours?: Hours; venueId?: string }) =>
      changeServiceDay({ ...desk.officer, now: before.now }, { serviceDayId: day.id, ...differs })
    return { day, before, id, change }
  }
  const hours = { morning: { from: '08:00', to: '11:00' }, afternoon: null }

  test('after it was told, a correction is drafted that says what it is now and what it was', async () => {
    const { day, before, id, change } = await told('2027-03-05')
    await submitBulletin(before, { bulletinId: id, version: 1 })
    await approveBulletin({ ...chairman, now: before.now }, { bulletinId: id, version: 1 })
    await change({ hours })

    expect(await draftForDay(before, { serviceDayId: day.id })).toEqual({ id })
    expect(await draftForDay(before, { serviceDayId: day.id })).toBeNull()

    const { kind, priority, bodyVi } = latestOf(await getBulletin(writer, { bulletinId: id }))
    expect([kind, priority]).toEqual(['changed', 'priority'])
    expect(bodyVi).toContain(
      'Giờ làm việc nay là từ 8 giờ đến 11 giờ, không phải từ 7 giờ 30 đến 11 giờ 30 và từ 13 giờ 30 đến 17 giờ.',
    )
    expect(bodyVi).not.toContain('Nơi làm việc nay là')
    expect(bodyVi).toContain('Mời bà con đến Hội trường Gôi, từ 8 giờ đến 11 giờ.')
  })

  test('before anybody read it, the same news is only written anew', async () => {
    const { day, before, id, change } = await told('2027-03-12')
    const system: Ctx = { ...desk.office, actor: { kind: 'system', job: 'test' } }
    const venue = await addVenue(system, { kind: 'hall', name: 'Nhà văn hóa thôn Đông' })
    await change({ venueId: venue.id })

    await draftForDay(before, { serviceDayId: day.id })

    const { kind, number, bodyVi } = latestOf(await getBulletin(writer, { bulletinId: id }))
    expect([kind, number]).toEqual(['weekly', 2])
    expect(bodyVi).toContain('Nơi làm việc: Nhà văn hóa thôn Đông.')
  })

  test('changed back before the correction went out, what people read holds again', async () => {
    const { day, before, id, change } = await told('2027-03-19')
    await submitBulletin(before, { bulletinId: id, version: 1 })
    await approveBulletin({ ...chairman, now: before.now }, { bulletinId: id, version: 1 })
    const { hours: usual } = await getServiceDay(before, { serviceDayId: day.id })
    await change({ hours })
    await draftForDay(before, { serviceDayId: day.id })
    await change({ hours: usual })

    await draftForDay(before, { serviceDayId: day.id })

    expect(latestOf(await getBulletin(writer, { bulletinId: id })).kind).toBe('weekly')
  })
})

describe('a success story', () => {
  test('is told by the next bulletin of a day, once', async () => {
    await writeStory(writer, { textVi: 'Một bác ở xa về, sáng nộp trưa nhận.', textEn: '' })
    const day = await dayOn(desk, '2027-04-02')
    const { id } = (await draftForDay(at(writer, '2027-04-01T00:00:00Z'), {
      serviceDayId: day.id,
      story: { vi: 'Buổi trước, 6 bà con.', en: '6 people.' },
    }))!

    const { bodyVi } = latestOf(await getBulletin(writer, { bulletinId: id }))
    expect(bodyVi).toContain('Một bác ở xa về, sáng nộp trưa nhận.')
    expect(bodyVi).not.toContain('Buổi trước')
    expect(await findStory(writer)).toBeNull()
  })

  test('a later one takes the place of one that waits', async () => {
    await writeStory(writer, { textVi: 'Chuyện thứ nhất.', textEn: '' })
    await writeStory(writer, { textVi: 'Chuyện thứ hai.', textEn: 'Two.' })

    expect(await findStory(writer)).toMatchObject({ vi: 'Chuyện thứ hai.', en: 'Two.' })
  })

  test.each([
    ['', 'outreach.story_missing'],
    ['Bác Nguyễn Văn Ba làm xong trong buổi sáng.', 'outreach.story_has_name'],
    ['Bác Tuấn làm xong trong buổi sáng.', 'outreach.story_has_name'],
    ['Một bác ở thôn Đoài làm xong trong buổi sáng.', 'outreach.story_has_hamlet'],
    ['Số định danh 037090001234 làm xong.', 'outreach.has_id_number'],
    ['a'.repeat(301), 'outreach.story_too_long'],
  ])('names nobody %#', async (textVi, code) => {
    await expect(writeStory(writer, { textVi, textEn: '' })).rejects.toMatchObject({ code })
  })
})
