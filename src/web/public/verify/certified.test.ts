import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  approveCopies,
  askForCopy,
  getCopy,
  markCompared,
  openComposer,
  originalQuestions,
  readCopyFile,
  revokeCopy,
  settleCopies,
  type OriginalAnswers,
} from '#src/modules/certification/index.ts'
import { addPage } from '#src/modules/papers/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { sealJobs, signAsOfficial } from '#src/modules/signing/index.ts'
import { need } from '#test/desk.ts'
import { writeNation } from '#test/nation.ts'
import { useOfficers, type Answer } from '#test/officers-site.ts'
import { goodScan } from '#test/papers/files.ts'
import { useShelf } from '#test/papers/shelf.ts'
import { usePades, useSigning } from '#test/signing/ready-office.ts'

const [shelf, pades] = [useShelf(), usePades()]
const site = useOfficers(shelf, pades)
const signing = useSigning(site.office, { shelf, pades })
const composer = openComposer()

beforeAll(() => writeNation(site.office.owner))

function check(path: string, pdf: Uint8Array): Promise<Answer> {
  const body = new FormData()
  body.append('file', new File([new Uint8Array(pdf)], 'ban-sao.pdf'))
  return site.send(path, { method: 'POST', body })
}

const good = Object.fromEntries(originalQuestions.map((it) => [it, 'no'])) as OriginalAnswers

/** From the scan at the desk to the sealed file. */
async function certify(): Promise<string> {
  const { officer, chairman, secret } = signing
  const { id: requestId } = await receiveRequest(officer, need())
  const scan = { requestId, listedAs: null, name: 'Giấy khai sinh', clientKey: randomUUID() }
  const reading = { ...officer, reader: shelf.reader }
  const { paperId } = await addPage(reading, { ...scan, bytes: await goodScan() })
  const { copyId } = await askForCopy(officer, {
    ...{ clientKey: randomUUID(), requestId, paperId, medium: 'electronic', copies: 1 },
    ...{ answers: good, notNeededTold: true },
  })
  await markCompared(officer, { copyId, originalPages: 1 })
  const verifyUrl = (code: string) => `https://taicho.example/vu-ban/xac-minh/${code}`
  const [done] = await approveCopies({ ...chairman, verifyUrl, composer }, { copyIds: [copyId] })
  if (done?.outcome !== 'approved') throw new Error(JSON.stringify(done))
  await signAsOfficial(chairman, { jobIds: [done.jobId!], secret })
  await sealJobs(officer, { jobIds: [done.jobId!], secret })
  await settleCopies(signing.system)
  return copyId
}

test('a copy certified at the desk is known by its code and by its file, until it is revoked', async () => {
  const copyId = await certify()
  const { code } = await getCopy(signing.officer, { copyId })
  const { bytes } = await readCopyFile(signing.officer, { copyId })
  const address = `/vu-ban/xac-minh/${code}`

  expect((await site.get(address)).text).toContain('Đã cấp, chưa bị thu hồi')
  const good = await check(address, bytes)
  expect(good.text).toContain('còn nguyên từng byte')
  expect(good.text).toContain('Nguyễn Thị Thanh Hằng')

  const touched = Buffer.concat([bytes, Buffer.from('\n%\n')])
  expect((await check('/vu-ban/xac-minh', touched)).text).toContain('đã bị thêm bớt sau khi')

  await revokeCopy(signing.chairman, { copyId, reason: 'Bản chính bị sửa' })
  for (const page of [await site.get(address), await check('/vu-ban/xac-minh', bytes)]) {
    expect(page.text).toContain('Bản sao này đã bị thu hồi')
    expect(page.text).toContain('Bản chính bị sửa')
  }
  composer.close()
}, 60_000)
