import type { Ctx } from '#src/base/ctx.ts'
import { listCopies } from '#src/modules/certification/index.ts'
import { withJobs, type InWork } from '../../desk/certification/read-queue.ts'

/** What waits for the officer's own signature, and what waits for their phone. */
export type ToSign = { waiting: InWork[]; pending: InWork[] }

const most = 300

/** Compared copies, and those that have their number but not yet this officer's signature. */
export async function readToSign(ctx: Ctx, officerId: string): Promise<ToSign> {
  const copies = await listCopies(ctx, { states: ['compared', 'approved'], limit: most })
  const all = await withJobs(ctx, copies)
  const mine = all.filter(({ job }) => job?.holderId === officerId)
  return {
    waiting: [
      ...mine.filter(({ job }) => job?.state === 'waiting_official'),
      ...all.filter(({ copy }) => copy.state === 'compared'),
    ],
    pending: mine.filter(({ job }) => job?.state === 'official_pending'),
  }
}
