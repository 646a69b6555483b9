import { describe, expect, test } from 'vitest'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import type { Ctx } from '#src/base/ctx.ts'
import {
  addNote,
  changeStatus,
  fileWithAuthority,
  getRequest,
  markItem,
  readSlip,
  receiveRequest,
  trackRequest,
} from './index.ts'

const desk = useDesk()
let codes = 0

async function received(phone = newPhone()) {
  const subject = { ...need().subject, fullName: 'Nguyễn Thị Ánh', phone }
  return receiveRequest(desk.officer, need({ subject }))
}

/** A citizen without an account, so many seconds after the office's morning began. */
const citizen = (seconds = 0): Ctx => ({
  ...desk.office,
  now: new Date(desk.office.now.getTime() + seconds * 1000),
})

const wrong = { code: 'requests.track_not_found', field: 'code' }
const wait = { code: 'requests.track_wait' }

describe('following a request without an account', () => {
  test('shows where it stands and what is missing, by the slip or by code and last digits', async () => {
    const phone = newPhone()
    const it = await received(phone)
    const byCode = await trackRequest(citizen(), {
      code: it.code.toLowerCase().replaceAll('-', ' '),
      lastDigits: phone.slice(-4),
    })
    expect(byCode).toMatchObject({
      code: it.code,
      stage: 'preparing',
      waitingFor: 'citizen',
      procedureName: { vi: 'Xác nhận thử' },
      subjectInitials: 'N. T. Á.',
      missing: [{ vi: 'Tờ khai' }],
      steps: [{ kind: 'received' }],
      ratingToken: null,
    })
    expect(await trackRequest(citizen(), { slipToken: it.slipToken })).toEqual(byCode)
  })

  test('also by the phone of the mother who came for her', async () => {
    const phone = newPhone()
    const { code } = await receiveRequest(
      desk.officer,
      need({ requester: { fullName: 'Trần Thị Mẹ', phone }, relation: 'mother' }),
    )
    const seen = await trackRequest(citizen(), { code, lastDigits: phone.slice(-4) })
    expect(seen.code).toBe(code)
  })

  test('shows no name, number, home or note among colleagues', async () => {
    const phone = newPhone()
    const it = await received(phone)
    await addNote(desk.officer, { requestId: it.id, note: 'Bà cụ hay quên' })
    await fileWithAuthority(desk.officer, {
      requestId: it.id,
      externalCode: `G15-${String(++codes).padStart(6, '0')}`,
      portal: 'national',
      filingHelp: 'self_with_help',
      channel: 'online',
      resultDelivery: 'desk',
      status: 2,
    })
    await changeStatus(desk.officer, { requestId: it.id, to: 4, note: 'Hỏi chị Lan' })
    await changeStatus(desk.officer, { requestId: it.id, to: 5, note: 'Bổ sung giấy cũ' })
    const seen = await trackRequest(citizen(), { slipToken: it.slipToken })
    expect(seen).toMatchObject({
      stage: 'supplement',
      askedFor: 'Bổ sung giấy cũ',
      missing: [],
      ratingToken: it.slipToken,
      steps: [{ kind: 'received' }, { status: 2 }, { status: 4 }, { status: 5 }],
    })
    const text = JSON.stringify(seen)
    for (const hidden of ['Ánh', 'Nguyễn', phone, phone.slice(-4), 'Vụ Bản', 'hay quên', 'chị Lan'])
      expect(text).not.toContain(hidden)
  })

  test('is refused in the same words for a code nobody has and for wrong digits', async () => {
    const phone = newPhone()
    const { code } = await received(phone)
    const other = phone.slice(-4) === '0000' ? '1111' : '0000'
    const refusals = await Promise.all(
      [
        { code, lastDigits: other },
        { code: 'TC-9999-9999', lastDigits: phone.slice(-4) },
        { code: 'linh tinh', lastDigits: phone.slice(-4) },
        { code, lastDigits: '' },
        { slipToken: 'AAAAAAAAAAAAAAAA' },
      ].map((key) =>
        trackRequest(citizen(), key).then(
          () => null,
          (error: { code: string; params: unknown }) => ({
            code: error.code,
            params: error.params,
          }),
        ),
      ),
    )
    expect(new Set(refusals.map((it) => JSON.stringify(it)))).toEqual(
      new Set(['{"code":"requests.track_not_found","params":{}}']),
    )
  })
})

describe('guessing', () => {
  test('is free three times, then waits longer and longer, and the right answer waits too', async () => {
    const phone = newPhone()
    const { code } = await received(phone)
    const guess = (seconds: number, lastDigits = '####'.replace(/#/g, '1')) =>
      trackRequest(citizen(seconds), { code, lastDigits })
    for (let i = 0; i < 4; i++) await expect(guess(0)).rejects.toMatchObject(wrong)
    await expect(guess(29)).rejects.toMatchObject({ ...wait, params: { minutes: 1 } })
    await expect(guess(29, phone.slice(-4))).rejects.toMatchObject(wait)
    await expect(guess(30)).rejects.toMatchObject(wrong)
    await expect(guess(60)).rejects.toMatchObject(wait)
    await expect(guess(90)).rejects.toMatchObject(wrong)
    await expect(guess(90 + 119)).rejects.toMatchObject(wait)
    expect((await guess(90 + 120, phone.slice(-4))).code).toBe(code)
  })

  test('waits for the whole office’s hall alike, but for that code only', async () => {
    const one = await received()
    const phone = newPhone()
    const other = await received(phone)
    for (let i = 0; i < 4; i++)
      await expect(
        trackRequest(citizen(), { code: one.code, lastDigits: '1111' }),
      ).rejects.toMatchObject(wrong)
    await expect(
      trackRequest(citizen(), { code: one.code, lastDigits: '1111' }),
    ).rejects.toMatchObject(wait)
    expect(
      (await trackRequest(citizen(), { code: other.code, lastDigits: phone.slice(-4) })).code,
    ).toBe(other.code)
    expect((await trackRequest(citizen(), { slipToken: one.slipToken })).code).toBe(one.code)
  })

  test('twenty at once are not one: four are looked at, sixteen wait', async () => {
    const { code } = await received()
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => trackRequest(citizen(), { code, lastDigits: '1111' })),
    )
    const refused = all.map((it) => (it as PromiseRejectedResult).reason as { code: string })
    expect(refused.filter((it) => it.code === wrong.code)).toHaveLength(4)
    expect(refused.filter((it) => it.code === wait.code)).toHaveLength(16)
  })

  test('a code that nobody has waits just the same', async () => {
    const key = { code: 'TC-9901-0001', lastDigits: '1111' }
    for (let i = 0; i < 4; i++)
      await expect(trackRequest(citizen(), key)).rejects.toMatchObject(wrong)
    await expect(trackRequest(citizen(), key)).rejects.toMatchObject(wait)
  })

  test('right answers never wait, and a day later wrong ones are forgotten', async () => {
    const phone = newPhone()
    const { code } = await received(phone)
    const key = { code, lastDigits: phone.slice(-4) }
    for (let i = 0; i < 10; i++) expect((await trackRequest(citizen(), key)).code).toBe(code)
    for (let i = 0; i < 4; i++)
      await expect(trackRequest(citizen(), { ...key, lastDigits: '1111' })).rejects.toMatchObject(
        wrong,
      )
    const after = 25 * 3600
    for (let i = 0; i < 3; i++)
      await expect(
        trackRequest(citizen(after), { ...key, lastDigits: '1111' }),
      ).rejects.toMatchObject(wrong)
    expect((await trackRequest(citizen(after), key)).code).toBe(code)
  })
})

test('another office follows neither code nor slip', async () => {
  const phone = newPhone()
  const it = await received(phone)
  const other = await otherOffice(desk.office)
  await expect(
    trackRequest(other, { code: it.code, lastDigits: phone.slice(-4) }),
  ).rejects.toMatchObject({ code: wrong.code })
  await expect(trackRequest(other, { slipToken: it.slipToken })).rejects.toMatchObject({
    code: wrong.code,
  })
})

describe('the slip', () => {
  test('says code, where the QR leads, what is missing, when it is due and whom to call', async () => {
    const { id, code, slipToken } = await receiveRequest(
      desk.officer,
      need({ answers: { purpose: 'again' } }),
    )
    await markItem(desk.officer, { requestId: id, paperId: 'form', state: 'have' })
    await markItem(desk.officer, {
      requestId: id,
      paperId: 'old',
      state: 'missing',
      note: 'Bản chính',
    })
    expect(await readSlip(desk.officer, { requestId: id })).toMatchObject({
      code,
      token: slipToken,
      procedureName: { vi: 'Xác nhận thử' },
      missing: [{ name: { vi: 'Giấy cũ' }, note: 'Bản chính' }],
      dueOn: null,
      office: { slug: 'vu-ban', name: { vi: 'Bộ phận Một cửa xã Vụ Bản' } },
    })
  })

  test('is nobody’s to print without the right, nor another office’s', async () => {
    const { id: requestId } = await receiveRequest(
      desk.officer,
      need({ procedureCode: procedures.copy }),
    )
    await expect(readSlip(asOfficer(desk.office, []), { requestId })).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
    const stranger = at(
      await hiredAs(await otherOffice(desk.office), 'officer'),
      '2026-11-20T02:00:00Z',
    )
    await expect(readSlip(stranger, { requestId })).rejects.toMatchObject({
      code: 'requests.not_found',
    })
    await expect(getRequest(desk.office, { requestId })).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
  })
})
