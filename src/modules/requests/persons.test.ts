import { describe, expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { asOfficer, hiredAs, otherOffice } from '#test/office.ts'
import {
  changePerson,
  findPersons,
  getRequest,
  receiveRequest,
  revealPerson,
  type PersonInput,
} from './index.ts'

const desk = useDesk()
let numbers = 0
const newIdNumber = () => `036190${String(++numbers).padStart(6, '0')}`

async function received(subject: Partial<PersonInput>) {
  const { id } = await receiveRequest(
    desk.officer,
    need({ subject: { ...need().subject, ...subject } }),
  )
  return getRequest(desk.officer, { requestId: id })
}

describe('a person is typed once', () => {
  test('and found again by phone, by ID number and by a part of the name without marks', async () => {
    const phone = newPhone()
    const idNumber = newIdNumber()
    const { subject } = await received({ fullName: 'Trần Thị Bưởi', phone, idNumber })
    const found = async (by: Parameters<typeof findPersons>[1]) =>
      (await findPersons(desk.officer, by)).map((it) => it.id)
    expect(await found({ phone: phone.replace(/^0/, '+84 ') })).toEqual([subject.id])
    expect(await found({ idNumber: idNumber.replace(/(...)/g, '$1 ') })).toEqual([subject.id])
    expect(await found({ name: 'THI BUOI' })).toEqual([subject.id])
    expect(await found({ name: 'b' })).toEqual([])
    expect(await found({ name: '%' })).toEqual([])
    expect(await found({})).toEqual([])
  })

  test('and keeps what is newer: a second visit with a new phone is the same person', async () => {
    const idNumber = newIdNumber()
    const first = await received({ fullName: 'Lê Văn Cam', idNumber, hamlet: 'Thôn Đông' })
    const phone = newPhone()
    const second = await received({ fullName: 'LÊ VĂN CAM', idNumber, phone })
    expect(second.subject).toMatchObject({
      id: first.subject.id,
      fullName: 'LÊ VĂN CAM',
      hamlet: 'Thôn Đông',
      phoneMasked: expect.stringContaining(phone.slice(-4)) as string,
    })
  })

  test('and known by phone and name together, not by the phone of the house alone', async () => {
    const phone = newPhone()
    const mother = await received({ fullName: 'Phạm Thị Dừa', phone, birthYear: 1960 })
    const daughter = await received({ fullName: 'Phạm Thị Đào', phone, birthYear: 1990 })
    const again = await received({ fullName: 'Phạm thị Dừa', phone, birthYear: 1960 })
    const namesake = await received({ fullName: 'Phạm Thị Dừa', phone, birthYear: 2010 })
    expect(daughter.subject.id).not.toBe(mother.subject.id)
    expect(again.subject.id).toBe(mother.subject.id)
    expect(namesake.subject.id).not.toBe(mother.subject.id)
  })

  test('also when twenty requests of one new ID number come at once', async () => {
    const idNumber = newIdNumber()
    const requests = await Promise.all(Array.from({ length: 20 }, () => received({ idNumber })))
    expect(new Set(requests.map((it) => it.subject.id)).size).toBe(1)
  })

  test('and corrected by choosing them: a misspelt name', async () => {
    const { subject } = await received({ fullName: 'Vũ Thị Èo', idNumber: newIdNumber() })
    await changePerson(desk.officer, { personId: subject.id, person: { fullName: 'Vũ Thị Heo' } })
    const [found] = await findPersons(desk.officer, { name: 'vu thi heo' })
    expect(found).toMatchObject({ id: subject.id, birthYear: 1990 })
  })
})

describe('numbers', () => {
  test('are sealed in the database and masked on the page', async () => {
    const phone = newPhone()
    const idNumber = newIdNumber()
    const { subject } = await received({ phone, idNumber })
    expect(JSON.stringify(subject)).not.toContain(phone)
    expect(JSON.stringify(subject)).not.toContain(idNumber)
    const { rows } = await desk.office.owner.query<{ text: string }>(
      'select p::text as text from requests.person p where id = $1',
      [subject.id],
    )
    const hex = (text: string) => Buffer.from(text).toString('hex')
    for (const secret of [phone, idNumber, hex(phone), hex(idNumber)])
      expect(rows[0]!.text).not.toContain(secret)
  })

  test('are shown whole to whoever may, for a reason that stands in the trail', async () => {
    const phone = newPhone()
    const idNumber = newIdNumber()
    const { subject } = await received({ phone, idNumber })
    const reason = 'Gọi báo có kết quả'
    expect(await revealPerson(desk.officer, { personId: subject.id, reason })).toEqual({
      phone,
      idNumber,
    })
    const [entry] = await listEntries(desk.office, { subjectId: subject.id })
    expect(entry).toMatchObject({ action: 'requests.person_revealed', detail: { reason } })
  })

  test('are shown to nobody without the right or a reason', async () => {
    const { subject } = await received({})
    const reader = asOfficer(desk.office, ['requests.read', 'requests.work'])
    await expect(
      revealPerson(reader, { personId: subject.id, reason: 'Xem' }),
    ).rejects.toMatchObject({ code: 'identity.not_allowed' })
    await expect(
      revealPerson(desk.officer, { personId: subject.id, reason: ' ' }),
    ).rejects.toMatchObject({ code: 'requests.reason_missing' })
  })
})

describe('what cannot be is refused beside its field', () => {
  test.each<[string, Partial<PersonInput>, string, string]>([
    ['no name', { fullName: ' ' }, 'requests.name_missing', 'subject.fullName'],
    ['a long name', { fullName: 'a'.repeat(121) }, 'requests.name_missing', 'subject.fullName'],
    [
      'an ID number of 9 digits',
      { idNumber: '162345678' },
      'places.id_number_is_old',
      'subject.idNumber',
    ],
    [
      'an ID number of 11 digits',
      { idNumber: '03619000000' },
      'places.id_number_wrong',
      'subject.idNumber',
    ],
    ['a phone that is none', { phone: '12345' }, 'places.phone_wrong', 'subject.phone'],
    ['a birth next year', { birthYear: 2027 }, 'requests.birth_in_future', 'subject.birthYear'],
    [
      'a birth tomorrow',
      { birthDate: Temporal.PlainDate.from('2026-11-21') },
      'requests.birth_in_future',
      'subject.birthDate',
    ],
    ['a birth in 1899', { birthYear: 1899 }, 'requests.birth_too_early', 'subject.birthYear'],
    [
      'a commune under a day that it did not begin on',
      { commune: { code: '13741', validFrom: Temporal.PlainDate.from('2020-01-01') } },
      'requests.commune_unknown',
      'subject.commune',
    ],
    [
      'a person who is not there',
      { id: '00000000-0000-7000-8000-000000000000' },
      'requests.person_not_found',
      'subject.id',
    ],
  ])('%s', async (_, differs, code, field) => {
    await expect(received(differs)).rejects.toMatchObject({ code, field })
  })

  test('an ID number that is somebody else’s', async () => {
    const idNumber = newIdNumber()
    await received({ fullName: 'Ngô Thị Gừng', idNumber })
    const code = 'requests.id_number_of_another'
    await expect(received({ fullName: 'Ngô Thị Hành', idNumber })).rejects.toMatchObject({ code })
    const { subject } = await received({ fullName: 'Ngô Thị Hành', idNumber: newIdNumber() })
    await expect(
      changePerson(desk.officer, {
        personId: subject.id,
        person: { fullName: 'Ngô Thị Hành', idNumber },
      }),
    ).rejects.toMatchObject({ code })
  })
})

test('persons of another office are neither found, shown nor changed', async () => {
  const phone = newPhone()
  const { subject } = await received({ phone, idNumber: newIdNumber() })
  const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
  expect(await findPersons(stranger, { phone })).toEqual([])
  await expect(
    revealPerson(stranger, { personId: subject.id, reason: 'Xem' }),
  ).rejects.toMatchObject({ code: 'requests.person_not_found' })
  await expect(
    changePerson(stranger, { personId: subject.id, person: { fullName: 'Kẻ Lạ' } }),
  ).rejects.toMatchObject({ code: 'requests.person_not_found' })
  await expect(findPersons(desk.office, { phone })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
})
