import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { communes, procedures } from '#test/nation.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import { getRequest, receiveRequest, type NewRequest } from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)
const daughter = () => need().subject
const mother = () => ({ fullName: 'Trần Thị Mẹ', birthYear: 1965, phone: newPhone() })

async function whole(differs: Partial<NewRequest> = {}, ctx = desk.officer) {
  const { id } = await receiveRequest(ctx, need(differs))
  return getRequest(ctx, { requestId: id })
}

async function count(): Promise<number> {
  const { rows } = await desk.office.owner.query<{ n: number }>(
    `select (select count(*) from requests.request) + (select count(*) from requests.person)
       + (select coalesce(sum(last_number), 0) from requests.month_counter) as n`,
  )
  return rows[0]!.n
}

describe('a need on record', () => {
  test('says who came, for whom, what, who is competent and what to bring', async () => {
    const it = await whole({ note: 'Cần gấp' })
    expect(it).toMatchObject({
      stage: 'preparing',
      waitingFor: 'citizen',
      status: null,
      procedureName: { vi: 'Xác nhận thử', en: 'Test certificate' },
      authorityName: { vi: 'Ủy ban nhân dân xã' },
      relation: 'self',
      proof: 'none',
      homeKind: 'this_commune',
      home: { commune: 'Xã Vụ Bản', province: 'Tỉnh Ninh Bình' },
      missingPapers: 1,
      items: [{ paperId: 'form', state: 'missing' }],
      serviceDayId: null,
    })
    expect(it.requester.id).toBe(it.subject.id)
    expect(it.code).toMatch(/^TC-2611-\d{4}$/)
    expect(it.events).toMatchObject([{ kind: 'received', note: 'Cần gấp' }])
    const trail = await listEntries(desk.office, { subjectId: it.id })
    expect(trail.map((entry) => entry.action)).toEqual(['requests.received'])
    expect(JSON.stringify(trail)).not.toContain('Nguyễn')
  })

  test('a mother comes for her daughter in the South', async () => {
    const it = await whole({
      subject: { ...daughter(), commune: communes.saiGon },
      requester: mother(),
      relation: 'mother',
      came: 'by_relative',
    })
    expect(it).toMatchObject({ homeKind: 'other_province', proof: 'written' })
    expect(it.requester.id).not.toBe(it.subject.id)
    expect(it.items.map((item) => item.paperId)).toEqual(['form', 'proxy_proof'])
  })

  test('keeps the law of the day on which it came', async () => {
    const former = await whole({
      procedureCode: procedures.formerRecord,
      receivedAt: new Date('2024-10-04T02:00:00Z'),
    })
    expect(former).toMatchObject({
      authorityName: { vi: 'Sở Tư pháp' },
      receivedOn: day('2024-10-04'),
      home: { province: 'Tỉnh Nam Định' },
    })
    expect(former.code).toMatch(/^TC-2410-/)
  })

  test('takes what the national list knows, and no more', async () => {
    const it = await whole({
      procedureCode: procedures.imported,
      requester: mother(),
      relation: 'other',
      came: 'by_relative',
    })
    expect(it).toMatchObject({ authorityName: { vi: 'Sở Thử nghiệm' }, proof: 'certified' })
  })

  test('where no commune is known, the officer says how far', async () => {
    const { commune: _, ...subject } = daughter()
    const it = await whole({
      subject: { ...subject, residenceText: 'Bình Dương cũ' },
      homeKind: 'other_province',
    })
    expect(it).toMatchObject({ homeKind: 'other_province', home: { commune: null } })
    await expect(whole({ subject })).rejects.toMatchObject({ code: 'requests.home_missing' })
  })
})

describe('numbers', () => {
  test('twenty at once get twenty codes without a gap or a twin', async () => {
    const ctx = at(desk.officer, '2026-12-01T02:00:00Z')
    const all = await Promise.all(Array.from({ length: 20 }, () => receiveRequest(ctx, need())))
    expect(all.map((it) => it.code).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, i) => `TC-2612-${String(i + 1).padStart(4, '0')}`),
    )
  })

  test('one command sent five times, also at once, is one request', async () => {
    const ctx = at(desk.officer, '2027-01-04T02:00:00Z')
    const same = need()
    const all = await Promise.all(Array.from({ length: 5 }, () => receiveRequest(ctx, same)))
    expect(new Set(all.map((it) => it.id)).size).toBe(1)
    expect(all.filter((it) => !it.again)).toHaveLength(1)
    expect((await receiveRequest(ctx, same)).code).toBe('TC-2701-0001')
    expect((await receiveRequest(ctx, need())).code).toBe('TC-2701-0002')
  })

  test('a refused one leaves no gap and nothing half-stored', async () => {
    const before = await count()
    await expect(whole({ note: 'x'.repeat(1001) })).rejects.toMatchObject({
      code: 'requests.text_too_long',
    })
    expect(await count()).toBe(before)
  })

  test('each office counts its own', async () => {
    const other = await otherOffice(desk.office)
    const ctx = at(await hiredAs(other, 'officer'), '2026-12-01T02:00:00Z')
    expect((await receiveRequest(ctx, need())).code).toBe('TC-2612-0001')
  })
})

describe('what is refused', () => {
  test.each<[string, () => Partial<NewRequest>, string]>([
    ['an unknown procedure', () => ({ procedureCode: '9.999999' }), 'catalogue.procedure_unknown'],
    [
      'a procedure that is over',
      () => ({ procedureCode: procedures.formerRecord }),
      'catalogue.procedure_expired',
    ],
    [
      'a procedure that had not begun',
      () => ({ procedureCode: procedures.record, receivedAt: new Date('2025-02-01T02:00:00Z') }),
      'catalogue.procedure_not_yet',
    ],
    [
      'tomorrow',
      () => ({ receivedAt: new Date('2026-11-21T02:00:00Z') }),
      'requests.date_in_future',
    ],
    ['nobody who came', () => ({ relation: 'mother' }), 'requests.requester_missing'],
    [
      'a daughter for her mother where the answers allow nobody',
      () => ({
        procedureCode: procedures.record,
        relation: 'child',
        requester: mother(),
        answers: { kind: 'two' },
      }),
      'requests.proxy_not_allowed',
    ],
    ['a broken form', () => ({ clientKey: 'x' }), 'requests.client_key_malformed'],
    [
      'a service day that is not there',
      () => ({ serviceDayId: randomUUID() }),
      'service_days.not_found',
    ],
  ])('%s', async (_, differs, code) => {
    await expect(whole(differs())).rejects.toMatchObject({ code })
  })

  test('the parents of a minor may come where nobody else may', async () => {
    const minor = { ...daughter(), birthYear: 2012 }
    const answers = { kind: 'two' }
    const it = await whole({
      subject: minor,
      requester: mother(),
      relation: 'mother',
      procedureCode: procedures.record,
      answers,
    })
    expect(it.proof).toBe('none')
    await expect(
      whole({
        subject: daughter(),
        requester: mother(),
        relation: 'mother',
        procedureCode: procedures.record,
        answers,
      }),
    ).rejects.toMatchObject({
      code: 'requests.proxy_not_allowed',
      field: 'relation',
      params: { why: 'only_parents_of_minor' },
    })
  })

  test('somebody who comes for themself as another', async () => {
    const subject = daughter()
    await expect(
      whole({ subject, requester: subject, relation: 'mother', came: 'by_relative' }),
    ).rejects.toMatchObject({ code: 'requests.requester_is_subject' })
  })

  test('whoever may not work on requests', async () => {
    for (const ctx of [desk.office, asOfficer(desk.office, ['requests.read'])])
      await expect(receiveRequest(ctx, need())).rejects.toMatchObject({
        code: 'identity.not_allowed',
      })
  })
})
