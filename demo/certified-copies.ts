import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ctx } from '#src/base/ctx.ts'
import {
  approveCopies,
  askForCopy,
  deliverCopy,
  markCompared,
  originalQuestions,
  type OriginalAnswers,
} from '#src/modules/certification/index.ts'
import { listRequests } from '#src/modules/requests/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'

/** How far each copy of the demo got, and of what: the newest open requests, one copy each. */
const copies = [
  { name: 'Bằng tốt nghiệp trung học phổ thông', pages: 1, copies: 2, upTo: 'delivered' },
  { name: 'Quyết định công nhận thuận tình ly hôn', pages: 3, copies: 1, upTo: 'delivered' },
  { name: 'Sổ hộ khẩu cũ', pages: 12, copies: 1, upTo: 'issued' },
  { name: 'Học bạ trung học cơ sở', pages: 9, copies: 1, upTo: 'compared' },
  { name: 'Giấy chứng nhận quyền sử dụng đất', pages: 4, copies: 1, upTo: 'asked' },
] as const

const answers = Object.fromEntries(originalQuestions.map((it) => [it, 'no'])) as OriginalAnswers

/**
 * A few certified copies, all on paper, so that the book, the queue and the fees of the day have
 * something to show. An electronic one is for whoever tries the demo to make.
 */
export async function certifySome(people: { officer: Ctx; chairman: Ctx }): Promise<void> {
  const { officer, chairman } = people
  const { items } = await listRequests(officer, { state: 'open', limit: copies.length })
  // On paper nothing is kept in the storage and nothing is signed by a program.
  const pades = openPadesWorker()
  const storage = openDisk(join(tmpdir(), 'taicho-demo'))
  const signer = { ...chairman, storage, pades, verifyUrl: (code: string) => code }
  try {
    for (const [i, request] of items.entries()) {
      const { upTo, name, pages, copies: count } = copies[i]!
      const { copyId, feeVnd } = await askForCopy(officer, {
        ...{ clientKey: `demo-copy-${i + 1}`, requestId: request.id, paperId: null, answers },
        ...{ medium: 'paper', originalName: name, originalPages: pages, copies: count },
        notNeededTold: true,
      })
      if (upTo === 'asked') continue
      await markCompared(officer, { copyId, originalPages: pages })
      if (upTo === 'compared') continue
      await approveCopies(signer, { copyIds: [copyId] })
      if (upTo === 'issued') continue
      await deliverCopy(officer, {
        ...{ copyId, how: 'paper', to: request.subjectName },
        paid: { amountVnd: feeVnd, way: i === 0 ? 'cash' : 'transfer' },
      })
    }
  } finally {
    pades.close()
  }
}
