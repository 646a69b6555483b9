import { describe, expect, test } from 'vitest'
import { buildChecklist } from './checklist.ts'
import type { PackProcedure, PackVersion } from './pack.ts'
import { readShipped, shippedFolder } from './shipped.ts'

const { authorities, procedures } = readShipped(shippedFolder)
const today = '2026-11-27'

function procedure(code: string): PackProcedure {
  const found = procedures.find((one) => one.code === code)
  if (!found) throw new Error(`${code} is not shipped`)
  return found
}

function versionOn(code: string, day: string): PackVersion {
  const found = procedure(code).versions.find(
    ({ validFrom, validTo }) => validFrom <= day && day < (validTo ?? '9999-12-31'),
  )
  if (!found) throw new Error(`${code} does not hold on ${day}`)
  return found
}

const papersFor = (version: PackVersion, answers: Record<string, string>) =>
  buildChecklist(version, answers).papers.map(({ id }) => id)

const fee = (code: string, day: string, method = 'online') =>
  versionOn(code, day).channels.find((channel) => channel.method === method)?.feeVnd

const time = (code: string) => versionOn(code, today).channels[0]!.time

describe('the five of the first programme, in both ages', () => {
  test.each(['2.000488', '1.002809', '1.004873', '2.000635', '1.001456'])(
    '%s holds from May to December 2024',
    (code) => {
      expect(versionOn(code, '2024-05-03')).toBe(versionOn(code, '2024-12-31'))
    },
  )

  test('the criminal record certificate moves from the justice department to the police', () => {
    expect(versionOn('2.000488', '2025-02-28').authority).toBe('so_tu_phap')
    expect(versionOn('3.000333', '2025-03-01').authority).toBe('cong_an_tinh')
    expect(() => versionOn('2.000488', '2025-03-01')).toThrow('does not hold')
    expect(procedure('3.000333').succeeds).toEqual(['2.000488'])
  })

  test('the driving licence moves from the transport department to the traffic police', () => {
    expect(versionOn('1.002809', '2025-02-28').authority).toBe('so_gtvt')
    expect(versionOn('3.000347', '2025-03-01').authority).toBe('csgt')
    expect(procedure('3.000347').succeeds).toEqual(['1.002809'])
  })

  test('since 1 July 2025 nothing is decided by a district', () => {
    const ends = authorities.filter((one) => one.level === 'district').map((one) => one.validTo)
    expect(new Set(ends)).toEqual(new Set(['2025-07-01']))
    expect(versionOn('2.000635', '2025-06-30').authority).toBe('bo_phan_mot_cua_huyen')
    expect(versionOn('2.000635', '2025-07-01').authority).toBe('ubnd_xa')
  })

  test.each([
    ['2.000488', '2024-05-03'],
    ['3.000333', '2025-05-02'],
    ['3.000333', today],
  ])('%s on %s: nobody but a parent of a minor asks for phiếu số 2 for another', (code, day) => {
    const { proxy, proxyWhen } = versionOn(code, day)
    expect(proxy).toMatchObject({ kin: 'close_family', kinProof: 'none', otherProof: 'certified' })
    expect(proxyWhen).toMatchObject([
      {
        when: { slip: ['so_2'] },
        proxy: { allowed: 'parents_of_minor', otherProof: 'not_allowed' },
      },
    ])
  })

  test('the desk warns a person told to bring phiếu số 2, from 1 July 2026', () => {
    const warned = (day: string) =>
      versionOn('3.000333', day).warnings.some(({ vi }) => vi.includes('được đòi cá nhân nộp'))
    expect([warned('2026-06-30'), warned('2026-07-01')]).toEqual([false, true])
  })

  test('a mother asks for her divorced daughter’s marital status: nothing to be certified', () => {
    const answers = { purpose: 'house', married_before: 'divorced', asked_before: 'no', who: 'kin' }
    expect(papersFor(versionOn('1.004873', today), answers)).toEqual([
      'application_form',
      'identity',
      'identity_of_proxy',
      'deal_details',
      'divorce_details',
      'authorisation_of_kin',
    ])
  })

  test('a neighbour asks instead: the authorisation must be certified', () => {
    const papers = papersFor(versionOn('1.004873', today), { who: 'other' })
    expect(papers).toContain('authorisation_certified')
    expect(papers).not.toContain('authorisation_of_kin')
  })

  test('fees are those of the circulars', () => {
    expect(fee('2.000635', '2024-05-03')).toBe(8000)
    expect(fee('1.002809', '2024-05-03', 'in_person')).toBe(135000)
    expect([fee('1.002809', '2024-05-03'), fee('3.000347', '2025-12-31')]).toEqual([115000, 115000])
    expect(fee('3.000347', '2026-01-01')).toBe(135000)
    expect([fee('1.001456', '2025-12-31'), fee('1.001456', today)]).toEqual([180000, 200000])
  })

  test('times are those of the portal', () => {
    expect(time('1.004873')).toEqual({ amount: 3, unit: 'working_days' })
    expect(time('3.000333')).toEqual({ amount: 10, unit: 'days' })
    expect(time('2.000635')).toEqual({ amount: 1, unit: 'same_day' })
    expect(time('3.000347')).toEqual({ amount: 5, unit: 'working_days' })
    expect(time('1.001456')).toEqual({ amount: 8, unit: 'working_days' })
    expect(time('1.001471')).toEqual({ amount: 5, unit: 'working_days' })
  })
})

describe('the other procedures of a commune', () => {
  const certified = (code: string) => versionOn(code, today).uploadRule?.certifiedCopies

  test('online, a passport wants electronic certified copies; residence and marital status do not', () => {
    expect(certified('1.001456')).toBe('required')
    const plain = ['1.004873', '1.004222', '1.004194', '1.010038', '1.002755', '1.010041']
    expect(new Set(plain.map(certified))).toEqual(new Set(['not_needed']))
  })

  test('a marriage, a will and a signature are nobody else’s to give', () => {
    const allowed = ['1.000894', '2.001019', '2.000884'].map((code) => versionOn(code, today).proxy)
    expect(new Set(allowed.map((proxy) => proxy.allowed))).toEqual(new Set(['nobody']))
  })

  test('a baby with an electronic birth notification needs no paper one', () => {
    const papers = (birth_proof: string) =>
      papersFor(versionOn('1.001193', today), { birth_proof, special: 'no', who: 'self' })
    expect(papers('electronic')).toEqual(['application_form', 'identity'])
    expect(papers('paper')).toEqual(['application_form', 'identity', 'birth_notification'])
    expect(papers('pledge')).toEqual(['application_form', 'identity', 'birth_pledge'])
  })

  test('an identity card costs half until the end of 2026', () => {
    expect([fee('1.014063', '2026-12-31'), fee('1.014063', '2027-01-01')]).toEqual([25000, 50000])
    expect([fee('1.014064', '2026-12-31'), fee('1.014064', '2027-01-01')]).toEqual([35000, 70000])
  })

  test('civil status and business fees are the province’s, but for what is free or national', () => {
    const flagged = (code: string) =>
      versionOn(code, today).channels.every((channel) => channel.feeSetByProvince)
    expect(['1.004873', '1.004884', '1.004859', '1.001612'].filter(flagged)).toHaveLength(4)
    expect(['1.001193', '1.000894', '2.000635', '2.000815'].filter(flagged)).toEqual([])
  })
})
