import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PackAuthority, PackProcedure, type Condition, type PackVersion } from './pack.ts'

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const authorities = z.array(PackAuthority).parse(json('data/catalogue/authorities.json'))
const files = globSync('data/catalogue/procedures/*.json')
const procedures = files.map((file) => PackProcedure.parse(json(file)))
const versions = procedures.flatMap(({ code, versions }) =>
  versions.map((version) => ({ code, version })),
)

/** The end of a range that is still open, as far as days can be compared as text. */
const forever = '9999-12-31'

function procedure(code: string): PackProcedure {
  const found = procedures.find((one) => one.code === code)
  if (!found) throw new Error(`${code} is not shipped`)
  return found
}

function versionOn(code: string, day: string): PackVersion {
  const found = procedure(code).versions.filter(
    ({ validFrom, validTo }) => validFrom <= day && day < (validTo ?? forever),
  )
  expect(found, `${code} on ${day}`).toHaveLength(1)
  return found[0]!
}

/** The papers that these answers call for, by id. */
function papersFor(version: PackVersion, answers: Record<string, string>): string[] {
  return version.papers
    .filter(({ when }) =>
      Object.entries(when).every(([question, listed]) => listed.includes(answers[question] ?? '')),
    )
    .map(({ id }) => id)
}

function overlaps(ranges: { validFrom: string; validTo: string | null }[]): boolean {
  const sorted = ranges.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  return sorted.some((one, i) => i > 0 && one.validFrom < (sorted[i - 1]!.validTo ?? forever))
}

const repeated = (ids: string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i)

describe('the shipped catalogue holds together', () => {
  test('every procedure has one file, named after its code', () => {
    expect(repeated(procedures.map(({ code }) => code))).toEqual([])
    const misnamed = files.filter(
      (file, i) => !basename(file).startsWith(`${procedures[i]!.code}-`),
    )
    expect(misnamed).toEqual([])
  })

  test('a body has one name and one seat on any day', () => {
    const wrong = authorities
      .map(({ key }) => key)
      .filter((key) => overlaps(authorities.filter((one) => one.key === key)))
    expect(wrong).toEqual([])
  })

  test('validity begins before it ends, and no two versions hold on the same day', () => {
    const ranges = [...authorities, ...versions.map(({ version }) => version)]
    expect(ranges.filter(({ validFrom, validTo }) => validFrom >= (validTo ?? forever))).toEqual([])
    expect(procedures.filter((one) => overlaps(one.versions)).map(({ code }) => code)).toEqual([])
  })

  test('the body that decides exists all the while that a version holds', () => {
    const orphans = versions.filter(({ version }) => {
      let covered = version.validFrom
      for (const one of authorities
        .filter(({ key }) => key === version.authority)
        .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))) {
        if (one.validFrom <= covered && covered < (one.validTo ?? forever))
          covered = one.validTo ?? forever
      }
      return covered < (version.validTo ?? forever)
    })
    expect(orphans.map(({ code, version }) => [code, version.authority])).toEqual([])
  })

  test('questions, answers and papers are named once, and conditions mean answers that exist', () => {
    const wrong = versions.flatMap(({ code, version }) => {
      const answers = new Map(
        version.questions.map(({ id, answers }) => [id, answers.map((one) => one.id)]),
      )
      const twice = [
        ...repeated(version.questions.map(({ id }) => id)),
        ...repeated(version.papers.map(({ id }) => id)),
        ...version.questions.flatMap((one) => repeated(one.answers.map(({ id }) => id))),
      ]
      const conditions: Condition[] = [...version.papers, ...version.proxyWhen].map((it) => it.when)
      const unknown = conditions
        .flatMap((when) => Object.entries(when))
        .filter(([question, listed]) =>
          listed.some((answer) => !answers.get(question)?.includes(answer)),
        )
      return [...twice, ...unknown].map((it) => [code, it])
    })
    expect(wrong).toEqual([])
  })

  test('a question is asked only where its answer changes the papers or who may come', () => {
    const idle = versions.flatMap(({ code, version }) => {
      const used = [...version.papers, ...version.proxyWhen].flatMap(({ when }) =>
        Object.keys(when),
      )
      return version.questions.filter(({ id }) => !used.includes(id)).map(({ id }) => [code, id])
    })
    expect(idle).toEqual([])
  })

  test('a way of filing is listed once', () => {
    const wrong = versions.filter(
      ({ version }) => repeated(version.channels.map(({ method }) => method)).length > 0,
    )
    expect(wrong.map(({ code }) => code)).toEqual([])
  })

  test('a fee that each province sets is never given as one sum', () => {
    const wrong = versions.filter(({ version }) =>
      version.channels.some((channel) => channel.feeSetByProvince && channel.feeVnd !== null),
    )
    expect(wrong.map(({ code }) => code)).toEqual([])
  })

  test('people’s own words lead to every procedure, each said once', () => {
    expect(procedures.filter(({ spoken }) => spoken.length < 4).map(({ code }) => code)).toEqual([])
    expect(
      procedures.flatMap(({ code, spoken }) => repeated(spoken).map((it) => [code, it])),
    ).toEqual([])
  })

  test('everything written is NFC, without spaces at its ends', () => {
    const sloppy = files.flatMap((file) =>
      strings(json(file)).filter((text) => text !== text.normalize('NFC').trim()),
    )
    expect(sloppy).toEqual([])
  })
})

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

describe('the five of the first programme, in both ages', () => {
  test.each(['2.000488', '1.002809', '1.004873', '2.000635', '1.001456'])(
    '%s holds from May to December 2024',
    (code) => {
      for (const day of ['2024-05-03', '2024-08-30', '2024-12-31']) versionOn(code, day)
    },
  )

  test('the criminal record certificate moves from the justice department to the police', () => {
    expect(versionOn('2.000488', '2025-02-28').authority).toBe('so_tu_phap')
    expect(versionOn('3.000333', '2025-03-01').authority).toBe('cong_an_tinh')
    expect(procedure('2.000488').versions.at(-1)!.validTo).toBe('2025-03-01')
    expect(procedure('3.000333').succeeds).toEqual(['2.000488'])
  })

  test('the driving licence moves from the transport department to the traffic police', () => {
    expect(versionOn('1.002809', '2025-02-28').authority).toBe('so_gtvt')
    expect(versionOn('3.000347', '2025-03-01').authority).toBe('csgt')
    expect(procedure('3.000347').succeeds).toEqual(['1.002809'])
  })

  test('since 1 July 2025 nothing is decided by a district', () => {
    const districts = authorities.filter(({ level }) => level === 'district')
    expect(districts.length).toBeGreaterThan(0)
    expect(districts.filter(({ validTo }) => validTo !== '2025-07-01')).toEqual([])
    expect(versionOn('2.000635', '2025-06-30').authority).toBe('bo_phan_mot_cua_huyen')
    expect(versionOn('2.000635', '2025-07-01').authority).toBe('ubnd_xa')
  })

  test('nobody but a parent of a minor may ask for phiếu số 2 for another', () => {
    for (const [code, day] of [
      ['2.000488', '2024-05-03'],
      ['3.000333', '2025-05-02'],
      ['3.000333', '2026-11-27'],
    ] as const) {
      const version = versionOn(code, day)
      expect(version.proxy).toMatchObject({ kin: 'close_family', kinProof: 'none' })
      expect(version.proxy.otherProof).toBe('certified')
      expect(version.proxyWhen).toHaveLength(1)
      expect(version.proxyWhen[0]).toMatchObject({
        when: { slip: ['so_2'] },
        proxy: { allowed: 'parents_of_minor', otherProof: 'not_allowed' },
      })
    }
  })

  test('the desk warns a person told to bring phiếu số 2, from 1 July 2026', () => {
    const warned = (day: string) =>
      versionOn('3.000333', day).warnings.some(({ vi }) => vi.includes('được đòi cá nhân nộp'))
    expect(warned('2026-06-30')).toBe(false)
    expect(warned('2026-07-01')).toBe(true)
  })

  test('a mother asks for her divorced daughter’s marital status: no certified paper', () => {
    const papers = papersFor(versionOn('1.004873', '2026-11-27'), {
      purpose: 'house',
      married_before: 'divorced',
      asked_before: 'no',
      who: 'kin',
    })
    expect(papers).toEqual([
      'application_form',
      'identity',
      'identity_of_proxy',
      'deal_details',
      'divorce_details',
      'authorisation_of_kin',
    ])
  })

  test('a neighbour asks instead: the authorisation must be certified', () => {
    const papers = papersFor(versionOn('1.004873', '2026-11-27'), { who: 'other' })
    expect(papers).toContain('authorisation_certified')
    expect(papers).not.toContain('authorisation_of_kin')
  })

  test('fees as the circulars set them', () => {
    const fee = (code: string, day: string, method: string) =>
      versionOn(code, day).channels.find((channel) => channel.method === method)?.feeVnd
    expect(fee('2.000635', '2024-05-03', 'online')).toBe(8000)
    expect(fee('1.002809', '2024-05-03', 'in_person')).toBe(135000)
    expect(fee('1.002809', '2024-05-03', 'online')).toBe(115000)
    expect(fee('3.000347', '2025-12-31', 'online')).toBe(115000)
    expect(fee('3.000347', '2026-01-01', 'online')).toBe(135000)
    expect(fee('1.001456', '2026-11-27', 'online')).toBe(200000)
  })

  test('times as the portal states them', () => {
    const time = (code: string) => versionOn(code, '2026-11-27').channels[0]!.time
    expect(time('1.004873')).toEqual({ amount: 3, unit: 'working_days' })
    expect(time('3.000333')).toEqual({ amount: 10, unit: 'days' })
    expect(time('2.000635')).toEqual({ amount: 1, unit: 'same_day' })
    expect(time('3.000347')).toEqual({ amount: 5, unit: 'working_days' })
    expect(time('1.001456')).toEqual({ amount: 8, unit: 'working_days' })
    expect(time('1.001471')).toEqual({ amount: 5, unit: 'working_days' })
  })

  test('a passport filed online wants electronic certified copies; marital status does not', () => {
    expect(versionOn('1.001456', '2026-11-27').uploadRule?.certifiedCopies).toBe('required')
    expect(versionOn('1.004873', '2026-11-27').uploadRule?.certifiedCopies).toBe('not_needed')
  })
})
