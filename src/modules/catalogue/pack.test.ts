import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { readShipped, shippedFolder } from './shipped.ts'

const { authorities, procedures, popular } = readShipped(shippedFolder)
const versions = procedures.flatMap(({ code, versions }) =>
  versions.map((version) => ({ code, version })),
)
const texts = globSync('data/catalogue/**/*.json').map((file) => readFileSync(file, 'utf8'))

/** The end of a range that is still open, as far as days can be compared as text. */
const forever = '9999-12-31'
type Range = { validFrom: string; validTo: string | null }

const byStart = (ranges: Range[]) =>
  ranges.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))

function overlaps(ranges: Range[]): boolean {
  const sorted = byStart(ranges)
  return sorted.some((one, i) => i > 0 && one.validFrom < (sorted[i - 1]!.validTo ?? forever))
}

/** Whether the ranges together leave no day of `whole` out. */
function covers(ranges: Range[], whole: Range): boolean {
  const reached = byStart(ranges).reduce(
    (day, one) =>
      one.validFrom <= day && day < (one.validTo ?? forever) ? (one.validTo ?? forever) : day,
    whole.validFrom,
  )
  return reached >= (whole.validTo ?? forever)
}

const repeated = (ids: string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)

test('every procedure has one file, named after its code', () => {
  const codes = procedures.map(({ code }) => code)
  const named = globSync('data/catalogue/procedures/*.json').map(
    (file) => /^\d\.\d{6}(?=-)/.exec(basename(file))?.[0],
  )
  expect(repeated(codes)).toEqual([])
  expect(new Set(named)).toEqual(new Set(codes))
})

test('what is asked for most often is shipped, and ranked once', () => {
  const codes = new Set(procedures.map(({ code }) => code))
  expect(popular.filter((code) => !codes.has(code))).toEqual([])
  expect(repeated(popular)).toEqual([])
})

test('validity begins before it ends, and no two of a kind hold on the same day', () => {
  const ranges: Range[] = [...authorities, ...versions.map(({ version }) => version)]
  expect(ranges.filter(({ validFrom, validTo }) => validFrom >= (validTo ?? forever))).toEqual([])
  expect(procedures.filter((one) => overlaps(one.versions)).map(({ code }) => code)).toEqual([])
  const keys = authorities.map(({ key }) => key)
  expect(keys.filter((key) => overlaps(authorities.filter((one) => one.key === key)))).toEqual([])
})

test('the body that decides exists all the while that a version holds', () => {
  const orphans = versions.filter(
    ({ version }) =>
      !covers(
        authorities.filter(({ key }) => key === version.authority),
        version,
      ),
  )
  expect(orphans.map(({ code, version }) => [code, version.authority])).toEqual([])
})

test('questions, answers, papers and ways of filing are named once', () => {
  const twice = versions.flatMap(({ code, version: { questions, papers, channels } }) =>
    [
      questions.map(({ id }) => id),
      papers.map(({ id }) => id),
      channels.map(({ method }) => method),
      ...questions.map(({ answers }) => answers.map(({ id }) => id)),
    ]
      .flatMap(repeated)
      .map((id) => [code, id]),
  )
  expect(twice).toEqual([])
})

test('conditions mean answers that exist', () => {
  const unknown = versions.flatMap(({ code, version }) => {
    const answers = new Map(
      version.questions.map((one) => [one.id, new Set(one.answers.map(({ id }) => id))]),
    )
    return [...version.papers, ...version.proxyWhen]
      .flatMap(({ when }) => Object.entries(when))
      .filter(([question, listed]) => listed.some((answer) => !answers.get(question)?.has(answer)))
      .map((condition) => [code, condition])
  })
  expect(unknown).toEqual([])
})

test('a question is asked only where its answer changes the papers or who may come', () => {
  const idle = versions.flatMap(({ code, version }) => {
    const used = new Set(
      [...version.papers, ...version.proxyWhen].flatMap(({ when }) => Object.keys(when)),
    )
    return version.questions.filter(({ id }) => !used.has(id)).map(({ id }) => [code, id])
  })
  expect(idle).toEqual([])
})

test('a fee that each province sets is never given as one sum', () => {
  const wrong = versions.filter(({ version }) =>
    version.channels.some((channel) => channel.feeSetByProvince && channel.feeVnd !== null),
  )
  expect(wrong.map(({ code }) => code)).toEqual([])
})

test('people’s own words lead to every procedure, each said once', () => {
  expect(procedures.filter(({ spoken }) => spoken.length < 8).map(({ code }) => code)).toEqual([])
  expect(procedures.flatMap(({ spoken }) => repeated(spoken))).toEqual([])
})

test('everything is written in NFC', () => {
  expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([])
})

test('what could not be checked with the portal says so, and states no fee and no time', () => {
  const unread = versions.filter(({ version }) => version.source.startsWith('Chưa đọc được'))
  expect(unread.length).toBeGreaterThan(0)
  const stated = unread.filter(({ version }) =>
    version.channels.some(({ time, feeVnd }) => time !== null || feeVnd !== null),
  )
  const silent = unread.filter(
    ({ version }) => !version.officerAsks[0]?.vi.includes('hỏi lại nơi nhận'),
  )
  expect([...stated, ...silent].map(({ code }) => code)).toEqual([])
})

test('no paper and no question asks for a password, a passcode or an OTP', () => {
  const asked = versions.flatMap(({ version: { officerAsks, papers, questions } }) =>
    [officerAsks, papers.map(({ name }) => name), questions.map(({ text }) => text)].flat(),
  )
  expect(asked.filter(({ vi }) => /mật khẩu|passcode|OTP/i.test(vi))).toEqual([])
})
