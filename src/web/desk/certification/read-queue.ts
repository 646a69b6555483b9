import type { Ctx } from '#src/base/ctx.ts'
import { listCopies, type Copy } from '#src/modules/certification/index.ts'
import { listSigningJobs, type SigningJob } from '#src/modules/signing/index.ts'

/** A copy with how far its file got; `job` is null on paper and before the approval. */
export type InWork = { copy: Copy; job: SigningJob | null }

/** What lies at the desk, by what must be done with it. */
export type Queue = {
  /** Given back by who would have signed, and not asked for again. */
  returned: InWork[]
  toCompare: InWork[]
  toSign: InWork[]
  toSeal: InWork[]
  /** Between hash and signature, at a remote service, or waiting for a time: the house goes on by itself. */
  underWay: InWork[]
  toDeliver: InWork[]
}

const most = 300

/** Everything that is not finished yet, oldest first. */
export async function readQueue(ctx: Ctx): Promise<Queue> {
  const [open, issued, ended] = await Promise.all([
    listCopies(ctx, { states: ['asked', 'compared', 'approved'], limit: most }),
    listCopies(ctx, { states: ['issued'], undelivered: true, limit: most }),
    listCopies(ctx, { states: ['returned'], endedSince: daysAgo(ctx.now, 7), limit: most }),
  ])
  const isAgain = (it: Copy) => (other: Copy) =>
    other.requestId === it.requestId && other.originalName === it.originalName
  const returned = ended.filter((it) => it.compared && ![...open, ...issued].some(isAgain(it)))
  const all = await withJobs(ctx, [...open, ...issued])
  const by = Map.groupBy(all, placeOf)
  return {
    returned: returned.map((copy) => ({ copy, job: null })),
    toCompare: by.get('toCompare') ?? [],
    toSign: by.get('toSign') ?? [],
    toSeal: by.get('toSeal') ?? [],
    underWay: by.get('underWay') ?? [],
    toDeliver: by.get('toDeliver') ?? [],
  }
}

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 24 * 3600_000)

export async function withJobs(ctx: Ctx, copies: readonly Copy[]): Promise<InWork[]> {
  const jobIds = copies.flatMap((it) => it.signingJobId ?? [])
  const jobs = new Map((await listSigningJobs(ctx, { jobIds })).map((it) => [it.id, it]))
  return copies.map((copy) => ({ copy, job: jobs.get(copy.signingJobId ?? '') ?? null }))
}

export async function withJob(ctx: Ctx, copy: Copy): Promise<InWork> {
  const [one] = await withJobs(ctx, [copy])
  return one!
}

function placeOf({ copy, job }: InWork): keyof Queue {
  if (copy.state === 'asked') return 'toCompare'
  if (copy.state === 'issued') return 'toDeliver'
  if (copy.state === 'compared' || job?.state === 'waiting_official') return 'toSign'
  return job?.state === 'waiting_seal' ? 'toSeal' : 'underWay'
}
