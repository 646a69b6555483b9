import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useDesk, need as request } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { hiredAs } from '#test/office.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { listNeedRules, readNeed, setNeedRule } from './index.ts'
import { needByCatalogue } from './need.ts'

/** Nobody pays for a certified copy that nobody asks for. */
const desk = useDesk()

/** What ships of a procedure, as far as copies go. */
function shipped(code: string) {
  const [file] = globSync(`data/catalogue/procedures/${code}-*.json`)
  const { versions } = JSON.parse(readFileSync(file!, 'utf8')) as {
    versions: Pick<ProcedureVersion, 'papers' | 'uploadRule' | 'source' | 'checkedOn'>[]
  }
  return versions.at(-1)!
}

test('filing of residence asks for no certified copy', () => {
  expect(needByCatalogue(shipped('1.010038'), null)).toMatchObject({
    ...{ answer: 'not_needed', because: 'procedure_does_not_ask' },
    source: expect.stringContaining('1.010038'),
  })
})

test('a passport filed online asks for certified copies of its papers', () => {
  const passport = shipped('1.001456')
  const certified = passport.papers.filter((it) => it.certifiedOnline).map((it) => it.id)
  expect(certified.length).toBeGreaterThan(0)
  for (const id of certified)
    expect(needByCatalogue(passport, id)).toMatchObject({ because: 'paper_certified_online' })
  expect(needByCatalogue(passport, null)).toMatchObject({ because: 'procedure_requires' })
})

test('where the catalogue is silent nobody guesses', async () => {
  const { id: requestId } = await receiveRequest(desk.officer, request())
  const unknown = { answer: 'unknown', because: 'not_said', source: null, checkedOn: null }
  expect(await readNeed(desk.officer, { requestId, listedAs: 'form' })).toEqual(unknown)
  const procedureCode = procedures.certificate
  expect(await readNeed(desk.officer, { procedureCode, listedAs: null })).toEqual(unknown)
  await expect(
    readNeed(desk.officer, { procedureCode: '9.999999', listedAs: null }),
  ).rejects.toMatchObject({ code: 'catalogue.procedure_unknown' })
})

test('what VNeID shows needs no copy, whatever the procedure', async () => {
  expect(
    await readNeed(desk.officer, {
      ...{ procedureCode: procedures.record, listedAs: 'id_card', onVneid: true },
    }),
  ).toMatchObject({ answer: 'not_needed', because: 'on_vneid' })
})

test('the office knows better: of one paper, before all papers, before the catalogue', async () => {
  const admin = await hiredAs(desk.office, 'office_admin')
  const procedureCode = procedures.record
  const set = (listedAs: string | null, answer: 'needed' | 'not_needed' | null) =>
    setNeedRule(admin, { procedureCode, listedAs, answer, source: 'Trang của Công an tỉnh' })
  const ask = async (listedAs: string) =>
    (await readNeed(desk.officer, { procedureCode, listedAs })).answer
  await set(null, 'not_needed')
  await set('id_card', 'needed')
  expect([await ask('id_card'), await ask('other')]).toEqual(['needed', 'not_needed'])
  expect(await listNeedRules(desk.officer)).toMatchObject([
    { procedureCode, listedAs: null, answer: 'not_needed' },
    { procedureCode, listedAs: 'id_card', answer: 'needed' },
  ])
  await set('id_card', null)
  expect(await ask('id_card')).toBe('not_needed')
  await expect(
    setNeedRule(admin, { procedureCode, listedAs: null, answer: 'needed', source: ' ' }),
  ).rejects.toMatchObject({ code: 'certification.source_missing' })
  await expect(
    setNeedRule(desk.officer, { procedureCode, listedAs: null, answer: null, source: '' }),
  ).rejects.toMatchObject({ code: 'identity.not_allowed' })
})
