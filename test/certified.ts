import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import {
  approveCopies,
  askForCopy,
  markCompared,
  settleCopies,
  type AskedCopy,
  type ComposingCtx,
  type OriginalAnswers,
} from '#src/modules/certification/index.ts'
import { addPage } from '#src/modules/papers/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { sealJobs, signAsOfficial } from '#src/modules/signing/index.ts'
import { need, useDesk, type Desk } from './desk.ts'
import { pdfOf } from './papers/files.ts'
import { useSigning, type ReadySigning } from './signing/ready-office.ts'

/** Every question of an original that may be certified, answered. */
export const allGood: OriginalAnswers = {
  altered: 'no',
  damaged: 'no',
  secret: 'no',
  unlawful: 'no',
  foreign_not_consularised: 'no',
  private_unconfirmed: 'no',
}

/** A desk that certifies copies, with a chairman who can sign and an officer who holds the seal. */
export type Certifying = {
  desk: Desk
  signing: ReadySigning
  officer: ComposingCtx
  chairman: ComposingCtx
  system: ComposingCtx
  admin: Ctx
  /** The same people, elsewhere in time. */
  as: (ctx: Ctx) => ComposingCtx
  /** A request of a woman who brought an original, and the scan of it. */
  scanned: (more?: { pages?: number; idNumber?: string }) => Promise<{
    requestId: string
    paperId: string
  }>
  asked: (said?: Partial<AskedCopy>) => Promise<string>
  compared: (said?: Partial<AskedCopy>) => Promise<string>
  /** Approved, and for an electronic one waiting for its signatures. */
  approved: (said?: Partial<AskedCopy>) => Promise<string>
  /** Signed, sealed and taken over. */
  issued: (said?: Partial<AskedCopy>) => Promise<string>
  seal: (jobIds: string[]) => Promise<void>
}

export function useCertifying(): Certifying {
  const desk = useDesk()
  const signing = useSigning(desk.office)
  const it = { desk, signing } as Certifying
  it.as = (ctx) => ({
    ...signing.as(ctx),
    verifyUrl: (code) => `https://taicho.example/vu-ban/xac-minh/${code}`,
  })
  beforeAll(() => {
    Object.assign(it, {
      officer: it.as(signing.officer),
      chairman: it.as(signing.chairman),
      system: it.as(signing.system),
      admin: signing.admin,
    })
  })
  it.scanned = async ({ pages = 1, idNumber } = {}) => {
    const said = need()
    if (idNumber) said.subject.idNumber = idNumber
    const { id: requestId } = await receiveRequest(desk.officer, said)
    const { paperId } = await addPage(
      { ...it.officer, reader: signing.shelf.reader },
      {
        ...{ requestId, listedAs: null, name: 'Giấy khai sinh' },
        ...{ clientKey: randomUUID(), bytes: await pdfOf(pages) },
      },
    )
    return { requestId, paperId }
  }
  it.asked = async (said = {}) => {
    const scan = said.requestId ? {} : await it.scanned()
    const { copyId } = await askForCopy(it.officer, {
      ...{ clientKey: randomUUID(), medium: 'electronic', copies: 1, answers: allGood },
      ...{ requestId: '', paperId: null, ...scan, ...said },
    })
    return copyId
  }
  it.compared = async (said = {}) => {
    const copyId = await it.asked(said)
    await markCompared(it.officer, { copyId, originalPages: said.originalPages ?? 1 })
    return copyId
  }
  it.approved = async (said = {}) => {
    const copyId = await it.compared(said)
    const [done] = await approveCopies(it.chairman, { copyIds: [copyId] })
    if (done?.outcome !== 'approved') throw new Error(JSON.stringify(done))
    return copyId
  }
  it.seal = async (jobIds) => {
    const { secret } = signing
    await signAsOfficial(it.chairman, { jobIds, secret })
    await sealJobs(it.officer, { jobIds, secret })
  }
  it.issued = async (said = {}) => {
    const copyId = await it.compared(said)
    const [done] = await approveCopies(it.chairman, { copyIds: [copyId] })
    if (done?.outcome !== 'approved') throw new Error(JSON.stringify(done))
    if (done.jobId) await it.seal([done.jobId])
    await settleCopies(it.system)
    return copyId
  }
  return it
}
