import { randomBytes, randomUUID } from 'node:crypto'
import { globSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { addPage, readPageFile, listPapers, type ReaderCtx } from '#src/modules/papers/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { need, useDesk } from '#test/desk.ts'
import { goodScan } from '#test/papers/files.ts'
import { useShelf } from '#test/papers/shelf.ts'
import { sweepStorage } from './sweep-storage.ts'

const desk = useDesk()
const shelf = useShelf()
let officer: ReaderCtx

beforeAll(() => {
  officer = { ...desk.officer, ...shelf }
})

const world = () => ({
  database: desk.office.database,
  sealer: desk.office.sealer,
  now: new Date(),
})
const address = () => randomBytes(32).toString('hex')
const makeOld = (one: string) =>
  utimesSync(join(shelf.folder, one.slice(0, 2), one.slice(2, 4), one), 0, 0)

test('a file that a crash left in the storage is gone after two nights, papers stay', async () => {
  const { id: requestId } = await receiveRequest(desk.officer, need())
  const bytes = await goodScan()
  await addPage(officer, {
    ...{ requestId, listedAs: null, name: 'Sổ hộ khẩu cũ' },
    ...{ clientKey: randomUUID(), bytes },
  })
  const [left, young] = [address(), address()]
  await shelf.storage.put(left, Buffer.from('1'))
  await shelf.storage.put(young, Buffer.from('2'))
  for (const one of await Array.fromAsync(shelf.storage.list())) if (one !== young) makeOld(one)

  await sweepStorage(world(), shelf.storage)

  expect(await shelf.storage.get(left)).toBe(null)
  expect(await shelf.storage.get(young)).not.toBe(null)
  const [paper] = await listPapers(officer, { requestId })
  for (const which of ['made', 'original'] as const)
    expect(await readPageFile(officer, { pageId: paper!.pages[0]!.id, which })).toBeTruthy()
})

test('when the papers cannot be asked for, nothing is removed', async () => {
  const left = address()
  await shelf.storage.put(left, Buffer.from('1'))
  makeOld(left)
  const closed = { ...world(), database: { ...desk.office.database, forOffice: () => never() } }
  await expect(sweepStorage(closed, shelf.storage)).rejects.toThrow('sweep_storage')
  expect(await shelf.storage.get(left)).not.toBe(null)
})

test('every module that puts files into the storage is asked which are its own', () => {
  const sweep = readFileSync('src/cli/sweep-storage.ts', 'utf8')
  const keepers = globSync('src/modules/*/**/*.ts')
    .filter(
      (file) => !file.endsWith('.test.ts') && /storage\s*\.put\(/.test(readFileSync(file, 'utf8')),
    )
    .map((file) => file.split('/')[2]!)
  expect(keepers).toContain('papers')
  for (const name of keepers) expect(sweep).toContain(`#src/modules/${name}/index.ts`)
})

function never(): never {
  throw new Error('the database is away')
}
