import { describe, expect, test } from 'vitest'
import { listEntries } from '#src/modules/audit/index.ts'
import {
  fileWithAuthority,
  readDayList,
  receiveRequest,
  trackRequest,
} from '#src/modules/requests/index.ts'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import type { Ctx } from '#src/base/ctx.ts'
import {
  answerRating,
  findRating,
  isLow,
  listLowRatings,
  rateRequest,
  readRatingFigures,
  type Answers,
} from './index.ts'

const desk = useDesk()
let codes = 0

function answers(differs: Partial<Answers> = {}): Answers {
  return {
    guidance: 5,
    speed: 4,
    attitude: 5,
    returns: 0,
    filedOnline: true,
    anonymous: false,
    ...differs,
  }
}

/** A request that went to the authority, and what its slip says. */
async function filed(officer: Ctx = desk.officer, phone = newPhone()) {
  const it = await receiveRequest(officer, need({ subject: { ...need().subject, phone } }))
  await fileWithAuthority(officer, {
    requestId: it.id,
    externalCode: `G15.02-${String(++codes).padStart(6, '0')}`,
    portal: 'national',
    filingHelp: 'self_with_help',
    channel: 'online',
    resultDelivery: 'desk',
  })
  return { ...it, phone }
}

describe('a rating', () => {
  test('is given by the slip, by code and phone, or at the desk', async () => {
    const [one, two, three] = [await filed(), await filed(), await filed()]
    const said = { ...answers(), sentence: ' Cán bộ nhiệt tình ' }
    await rateRequest(desk.office, { key: { slipToken: one.slipToken }, ...said })
    const key = { code: two.code, lastDigits: two.phone.slice(-4) }
    await rateRequest(desk.office, { key, ...answers() })
    await rateRequest(desk.officer, { key: { requestId: three.id }, ...answers() })
    expect(await findRating(desk.officer, { requestId: one.id })).toMatchObject({
      origin: 'slip',
      sentence: 'Cán bộ nhiệt tình',
      average: 4.67,
      low: false,
    })
    expect((await findRating(desk.officer, { requestId: two.id }))?.origin).toBe('tracking')
    expect((await findRating(desk.officer, { requestId: three.id }))?.origin).toBe('desk')
    const [entry] = await listEntries(desk.office, { limit: 1 })
    expect(entry?.action).toBe('ratings.rated')
  })

  test('is given once, also when twenty are sent at once', async () => {
    const { id, slipToken } = await filed()
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        rateRequest(desk.office, { key: { slipToken }, ...answers() }),
      ),
    )
    const refused = all.filter((it) => it.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const it of refused) expect(it.reason).toMatchObject({ code: 'requests.rated_already' })
    const again = rateRequest(desk.officer, { key: { requestId: id }, ...answers() })
    await expect(again).rejects.toMatchObject({ code: 'requests.rated_already' })
    expect((await trackRequest(desk.office, { slipToken })).ratingToken).toBeNull()
  })

  test('waits until there is something to rate', async () => {
    const { slipToken } = await receiveRequest(desk.officer, need())
    await expect(
      rateRequest(desk.office, { key: { slipToken }, ...answers() }),
    ).rejects.toMatchObject({ code: 'requests.nothing_to_rate_yet' })
  })

  test('is nobody else’s: a wrong slip, wrong digits, the desk of another office, a citizen at the desk’s door', async () => {
    const { id, code } = await filed()
    const rate = (ctx: Ctx, key: Parameters<typeof rateRequest>[1]['key']) =>
      rateRequest(ctx, { key, ...answers() })
    const notFound = { code: 'requests.track_not_found' }
    await expect(rate(desk.office, { slipToken: 'x' })).rejects.toMatchObject(notFound)
    await expect(rate(desk.office, { code, lastDigits: '11' })).rejects.toMatchObject(notFound)
    const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
    await expect(rate(stranger, { requestId: id })).rejects.toMatchObject({
      code: 'requests.not_found',
    })
    await expect(rate(desk.officer, { requestId: 'x' })).rejects.toMatchObject({
      code: 'requests.not_found',
    })
    await expect(rate(desk.office, { requestId: id })).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
  })

  test.each<[string, Partial<Answers>, string, string]>([
    ['no stars', { guidance: 0 }, 'ratings.stars_missing', 'guidance'],
    ['six stars', { speed: 6 }, 'ratings.stars_missing', 'speed'],
    ['half a star', { attitude: 2.5 }, 'ratings.stars_missing', 'attitude'],
    ['four returns', { returns: 4 }, 'ratings.returns_missing', 'returns'],
    ['a book', { sentence: 'x'.repeat(1001) }, 'ratings.sentence_too_long', 'sentence'],
  ])('with %s is refused, and may be sent again', async (_, differs, code, field) => {
    const { slipToken } = await filed()
    const key = { slipToken }
    await expect(rateRequest(desk.office, { key, ...answers(differs) })).rejects.toMatchObject({
      code,
      field,
    })
    await rateRequest(desk.office, { key, ...answers() })
  })

  test('that is anonymous is not shown with the request', async () => {
    const { id, slipToken } = await filed()
    await rateRequest(desk.office, { key: { slipToken }, ...answers({ anonymous: true }) })
    expect(await findRating(desk.officer, { requestId: id })).toBeNull()
  })
})

describe('a low rating', () => {
  test.each<[number, number, number, boolean]>([
    [5, 5, 2, true],
    [5, 5, 3, false],
    [2, 2, 3, true],
    [2, 3, 3, false],
    [1, 1, 5, true],
  ])('guidance %i, speed %i, attitude %i: %s', (guidance, speed, attitude, low) => {
    expect(isLow({ guidance, speed, attitude })).toBe(low)
  })

  test('opens the matter again and reaches the chairman, whose answer settles it', async () => {
    const chairman = await hiredAs(desk.office, 'chairman')
    const { id, slipToken } = await filed()
    const low = answers({ attitude: 1, sentence: 'Phải chờ lâu' })
    const rated = await rateRequest(desk.office, { key: { slipToken }, ...low })
    expect(rated.low).toBe(true)
    expect((await readDayList(desk.officer)).reopened.map((it) => it.id)).toContain(id)
    const [first] = await listLowRatings(chairman, { unansweredOnly: true })
    expect(first).toMatchObject({ id: rated.id, requestId: id, sentence: 'Phải chờ lâu' })

    const answer = { ratingId: rated.id, answer: 'Đã xin lỗi và sửa cách gọi số' }
    await expect(answerRating(chairman, { ...answer, answer: ' ' })).rejects.toMatchObject({
      code: 'ratings.answer_missing',
    })
    await expect(
      answerRating(chairman, { ...answer, answer: 'x'.repeat(1001) }),
    ).rejects.toMatchObject({ code: 'ratings.sentence_too_long' })
    await answerRating(chairman, answer)
    await expect(answerRating(chairman, answer)).rejects.toMatchObject({
      code: 'ratings.answered_already',
    })
    expect(await listLowRatings(chairman, { unansweredOnly: true })).toEqual([])
    expect((await readDayList(desk.officer)).reopened.map((it) => it.id)).not.toContain(id)
  })

  test('that is anonymous reaches the chairman without the request', async () => {
    const { slipToken } = await filed()
    const low = answers({ attitude: 1, anonymous: true })
    const { id } = await rateRequest(desk.office, { key: { slipToken }, ...low })
    const found = (await listLowRatings(desk.officer)).find((it) => it.id === id)
    expect(found).toMatchObject({ requestId: null })
  })

  test('is read and answered by nobody without the right, and by no other office', async () => {
    const { slipToken } = await filed()
    const { id } = await rateRequest(desk.office, {
      key: { slipToken },
      ...answers({ attitude: 1 }),
    })
    const answer = { ratingId: id, answer: 'x' }
    const reader = asOfficer(desk.office, ['requests.work'])
    for (const deed of [
      () => listLowRatings(reader),
      () => answerRating(reader, answer),
      () => findRating(desk.office, { requestId: id }),
    ])
      await expect(deed()).rejects.toMatchObject({ code: 'identity.not_allowed' })
    const stranger = await hiredAs(await otherOffice(desk.office), 'chairman')
    expect(await listLowRatings(stranger)).toEqual([])
    await expect(answerRating(stranger, answer)).rejects.toMatchObject({
      code: 'ratings.not_found',
    })
  })
})

describe('the public figures', () => {
  test('count stars, returns and answers of the days asked for, of this office', async () => {
    const other = await otherOffice(desk.office)
    const officer = await hiredAs(other, 'officer')
    const period = {
      from: Temporal.PlainDate.from('2026-12-01'),
      to: Temporal.PlainDate.from('2026-12-31'),
    }
    expect(await readRatingFigures(other, period)).toMatchObject({ count: 0, average: null })
    const rate = async (on: string, differs: Partial<Answers>) => {
      const ctx = at(officer, `${on}T02:00:00Z`)
      const { id } = await filed(ctx)
      await rateRequest(ctx, { key: { requestId: id }, ...answers(differs) })
    }
    await rate('2026-12-01', {})
    await rate('2026-12-15', { guidance: 3, speed: 3, attitude: 3, returns: 1, filedOnline: false })
    await rate('2026-12-31', { guidance: 1, speed: 1, attitude: 1, returns: 3 })
    await rate('2027-01-01', {})
    expect(await readRatingFigures(other, period)).toEqual({
      count: 3,
      average: 2.9,
      guidance: 3,
      speed: 2.7,
      attitude: 3,
      stars: { 1: 1, 2: 0, 3: 1, 4: 0, 5: 1 },
      content: 1,
      neverCameBack: 1,
      filedOnline: 2,
      low: 1,
      lowAnswered: 0,
    })
    const rows = await other.db
      .selectFrom('ratings.rating_report')
      .select(['average', 'low'])
      .orderBy('rated_on')
      .execute()
    expect(rows.map((row) => row.average)).toEqual([4.67, 3, 1, 4.67])
  })
})
