import { expect, test } from 'vitest'
import type { BusinessReach, HamletReach, ReachPicture } from './picture.ts'
import { suggest } from './suggest.ts'

const today = Temporal.PlainDate.from('2026-12-01')

function hamlet(differs: Partial<HamletReach>): HamletReach {
  const people = differs.people ?? 0
  const households = differs.households === undefined ? 200 : differs.households
  return {
    ...{ id: differs.name ?? 'x', name: 'Thôn', hasLoudspeaker: true, headName: '' },
    ...{ hasPhone: false, byChannel: {}, airings: 0, people, households },
    perHundred: households ? (people / households) * 100 : null,
    ...differs,
  }
}

function business(differs: Partial<BusinessReach>): BusinessReach {
  return {
    ...{ id: 'b', name: 'Công ty', workers: 500, contactName: '', hasPhone: false, address: '' },
    ...{ hamletId: null, visitedOn: null, inUse: true, people: 0, perHundred: 0, byChannel: {} },
    ...differs,
  }
}

function picture(differs: Partial<ReachPicture>): ReachPicture {
  return {
    ...{ span: { from: today, to: today }, people: 40, answered: 40, placed: 40 },
    ...{ households: 600, perHundred: 6.7, hamlets: [], businesses: [] },
    ...{ channels: [], notices: [] },
    ...differs,
  }
}

const said = (it: ReachPicture) =>
  suggest(it, today).map((one) =>
    'hamlet' in one
      ? `${one.kind} ${one.hamlet.name}`
      : 'business' in one
        ? `${one.kind} ${one.business.name}`
        : one.kind,
  )

test('air where nobody came from, the largest hamlet first; ask the head where there is no loudspeaker', () => {
  const hamlets = [
    hamlet({ name: 'Nhỏ', households: 90 }),
    hamlet({ name: 'Đến nhiều', people: 40 }),
    hamlet({ name: 'Không loa', households: 300, hasLoudspeaker: false }),
  ]
  expect(said(picture({ hamlets }))).toEqual(['tellHead Không loa', 'air Nhỏ'])
})

test('a hamlet far below the commune’s rate is named too', () => {
  const hamlets = [hamlet({ name: 'Ít', people: 2 }), hamlet({ name: 'Đủ', people: 10 })]
  expect(said(picture({ hamlets }))).toEqual(['air Ít'])
})

test('visit the largest business from which nobody came, not one visited lately or closed', () => {
  const businesses = [
    business({ name: 'Vừa', workers: 300 }),
    business({ name: 'Mới đến', workers: 900, visitedOn: today.subtract({ days: 10 }) }),
    business({ name: 'Lớn', workers: 800, visitedOn: today.subtract({ days: 61 }) }),
    business({ name: 'Đã nghỉ', inUse: false }),
    business({ name: 'Đã có người đến', people: 3 }),
  ]
  expect(said(picture({ businesses }))).toEqual(['visit Lớn', 'visit Vừa'])
})

test('while too few have said where they come from, nothing is said of hamlets: it asks to be told', () => {
  const few = { people: 30, placed: 4, hamlets: [hamlet({ name: 'Đông' })] }
  expect(said(picture({ ...few, businesses: [business({})] }))).toEqual(['ask'])
  expect(said(picture({ people: 0, placed: 0, hamlets: [hamlet({})] }))).toEqual([])
})

test('a hamlet whose households nobody counted is to be counted', () => {
  const hamlets = [hamlet({ name: 'Chưa đếm', households: null })]
  expect(said(picture({ hamlets }))).toEqual(['count Chưa đếm'])
})

test('never more than six at once', () => {
  const hamlets = Array.from({ length: 30 }, (_, i) => hamlet({ name: `T${i}`, households: null }))
  expect(suggest(picture({ hamlets }), today)).toHaveLength(6)
})
