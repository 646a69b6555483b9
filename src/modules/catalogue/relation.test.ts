import { expect, test } from 'vitest'
import type { Proxy } from './pack.ts'
import { judgeProxy, relations, type Relation } from './relation.ts'
import { readShipped, shippedFolder } from './shipped.ts'

const rule = (over: Partial<Proxy>): Proxy => ({
  allowed: 'anyone',
  kin: 'family',
  kinProof: 'written',
  otherProof: 'certified',
  note: null,
  ...over,
})
const version = (proxy: Proxy | null) => ({ proxy, proxyWhen: [] })

test.each([
  ['father', 'written', 'within_family'],
  ['sibling', 'written', 'within_family'],
  ['grandmother', 'written', 'within_family'],
  ['grandchild', 'certified', 'outside_family'],
  ['relative', 'certified', 'outside_family'],
  ['other', 'certified', 'outside_family'],
] as const)('in civil status, %s shows a %s authorisation', (relation, proof, why) => {
  const judged = judgeProxy(version(rule({})), { relation })
  expect(judged).toEqual({ allowed: true, proof, why })
})

test('everybody may act for themself, whatever the rule', () => {
  const judged = judgeProxy(version(rule({ allowed: 'nobody' })), { relation: 'self' })
  expect(judged).toEqual({ allowed: true, proof: 'none', why: 'for_oneself' })
})

test('nobody may sign a marriage for another, not even a parent', () => {
  const here = version(rule({ allowed: 'nobody' }))
  const others = relations.filter((it) => it !== 'self')
  const judged = others.map((relation) => judgeProxy(here, { relation, subjectIsMinor: true }))
  expect(judged.filter((it) => it.allowed)).toEqual([])
})

test('parents of a minor and guardians need no authorisation', () => {
  const here = version(rule({}))
  expect(judgeProxy(here, { relation: 'mother', subjectIsMinor: true })).toMatchObject({
    proof: 'none',
    why: 'parent_of_minor',
  })
  expect(judgeProxy(here, { relation: 'guardian' })).toMatchObject({ proof: 'none' })
})

test('some procedures are for the family only', () => {
  const here = version(rule({ otherProof: 'not_allowed' }))
  expect(judgeProxy(here, { relation: 'other' })).toMatchObject({ allowed: false, why: 'only_kin' })
})

test('where the rule is not known, a certified authorisation is the safe answer', () => {
  const judged = judgeProxy(version(null), { relation: 'child' })
  expect(judged).toEqual({ allowed: true, proof: 'certified', why: 'not_known' })
})

const record = readShipped(shippedFolder).procedures.find((it) => it.code === '3.000333')!
const now = record.versions.at(-1)!
const kind = now.proxyWhen[0]!.when
const numberTwo = Object.fromEntries(Object.entries(kind).map(([id, wanted]) => [id, wanted[0]!]))

test.each([
  ['wife', true, 'none'],
  ['child', true, 'none'],
  ['sibling', true, 'certified'],
  ['other', true, 'certified'],
] satisfies [Relation, boolean, string][])(
  'a criminal record certificate number 1 by %s: allowed %s, %s',
  (relation, allowed, proof) => {
    expect(judgeProxy(now, { relation })).toMatchObject({ allowed, proof })
  },
)

test('number 2 allows nobody but the parents of a minor', () => {
  const by = (relation: Relation, subjectIsMinor: boolean) =>
    judgeProxy(now, { relation, subjectIsMinor, answers: numberTwo })
  expect(by('wife', false)).toMatchObject({ allowed: false, why: 'only_parents_of_minor' })
  expect(by('mother', false)).toMatchObject({ allowed: false, why: 'only_parents_of_minor' })
  expect(by('mother', true)).toMatchObject({ allowed: true, why: 'parent_of_minor' })
})
