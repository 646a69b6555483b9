import { afterAll, expect, test } from 'vitest'
import { getCopy, openComposer } from '#src/modules/certification/index.ts'
import { cancelSigning } from '#src/modules/signing/index.ts'
import { useCertifying } from '#test/certified.ts'
import { mindCopies } from './mind-copies.ts'

const at = useCertifying()
const composer = openComposer()
afterAll(() => composer.close())

function mind(): Promise<void> {
  const { database, sealer, now } = at.desk.office
  const { storage, pades } = at.chairman
  const publicUrl = 'https://taicho.example'
  return mindCopies({ database, sealer, now }, { storage, pades, composer, publicUrl })
}

test('each minute the house takes over what is sealed and gives a cancelled signing anew', async () => {
  const [sealed, cancelled] = [await at.approved(), await at.approved()]
  const of = (copyId: string) => getCopy(at.officer, { copyId })
  await at.seal([(await of(sealed)).signingJobId!])
  const before = (await of(cancelled)).signingJobId!
  await cancelSigning(at.chairman, { jobId: before, reason: 'Hết hạn duyệt' })

  await mind()

  expect((await of(sealed)).state).toBe('issued')
  const again = (await of(cancelled)).signingJobId!
  expect(again).not.toBe(before)
  await at.seal([again])
  await mind()
  expect((await of(cancelled)).state).toBe('issued')
})
