import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsComing } from '#src/base/database.generated.ts'
import { getProcedure, type Answers, type Relation } from '#src/modules/catalogue/index.ts'
import type { CommuneKey } from '#src/modules/offices/index.ts'
import { rateRequest } from '#src/modules/ratings/index.ts'
import { tellHeard } from '#src/modules/reach/index.ts'
import {
  changeStatus,
  fileWithAuthority,
  getRequest,
  handOverResult,
  markItem,
  markVneidStep,
  receiveRequest,
  statuses,
  vneidSteps,
  type PersonInput,
} from '#src/modules/requests/index.ts'
import { howHeard } from './how-heard.ts'
import { demoPerson } from './people.ts'

/** How a demo request goes. The last four are still on their way. */
export type Course =
  | 'straight'
  | 'late'
  | 'supplemented'
  | 'unrated'
  | 'unhappy'
  | 'result_waiting'
  | 'awaiting_supplement'
  | 'overdue'
  | 'in_progress'
  | 'preparing'

export type DemoRequest = {
  /** Which service day. */
  week: number
  code: string
  came: RequestsComing
  home: keyof typeof homes
  /** What the one who comes is to the subject; themselves when left out. */
  relation?: Relation
  course: Course
}

const commune = (code: string, validFrom: string): CommuneKey => ({
  code,
  validFrom: Temporal.PlainDate.from(validFrom),
})

/** Where demo people live; former communes by the day from which the places data know them. */
export const homes = {
  goi: { commune: commune('13741', '2008-08-01'), hamlet: 'Tổ dân phố mẫu' },
  tam_thanh: { commune: commune('13789', '2008-08-01') },
  minh_tan: { commune: commune('13750', '2008-08-01') },
  vu_ban: { commune: commune('13741', '2025-07-01'), hamlet: 'Thôn mẫu' },
  minh_tan_moi: { commune: commune('13750', '2025-07-01') },
  lien_minh: { commune: commune('13786', '2025-07-01') },
  ho_chi_minh: { commune: commune('26740', '2008-08-01') },
  lai_chau: { commune: commune('03387', '2008-08-01') },
} satisfies Record<string, Partial<PersonInput>>

const thanks = [
  'Cán bộ chỉ từng bước, tôi tự làm được.',
  'Không phải lên tỉnh nữa, đỡ mất một ngày công.',
  'Được nhắc đúng hôm có kết quả.',
  'Nói chậm, dễ hiểu, tôi già vẫn theo được.',
  'Làm xong trong một buổi sáng.',
  null,
]

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000)
/** So many days later; on a weekend, the Monday after it. */
const days = (from: Date, count: number): Date => {
  const later = minutes(from, count * 24 * 60)
  return [0, 6].includes(later.getUTCDay()) ? days(later, 1) : later
}

/**
 * Lives one demo request through the same doors that officers use, at the moments of then: received
 * on its service day, filed, followed, handed over, rated, as its course says and as far as the
 * present goes.
 *
 * @param receivedAt a moment while the service day is open
 * @param n counts the invented people
 */
export async function liveThrough(
  ctx: Ctx,
  it: DemoRequest,
  place: { receivedAt: Date; serviceDayId: string; n: number },
): Promise<void> {
  const { receivedAt, n } = place
  const then = (now: Date): Ctx => ({ ...ctx, now })
  const received = await receive(then(minutes(receivedAt, 5)), it, place)
  const requestId = received.id
  await tellHeard(then(minutes(receivedAt, 6)), {
    of: { kind: 'request', id: requestId },
    heard: await howHeard(ctx, it, n),
  })
  await markVneidStep(then(minutes(receivedAt, 8)), {
    requestId,
    step: 'account_level_2',
    state: 'done',
  })
  if (it.course === 'preparing') {
    const step = n % 2 === 0 ? 'passcode' : 'own_sim'
    const reason = n % 2 === 0 ? 'passcode_forgotten' : 'sim_not_own'
    await markVneidStep(then(minutes(receivedAt, 12)), {
      requestId,
      step,
      state: 'blocked',
      reason,
    })
    return
  }
  for (const step of vneidSteps.slice(1)) {
    await markVneidStep(then(minutes(receivedAt, 12)), { requestId, step, state: 'done' })
  }
  const { items } = await getRequest(ctx, { requestId })
  for (const item of items) {
    await markItem(then(minutes(receivedAt, 15)), {
      requestId,
      paperId: item.paperId,
      state: 'have',
    })
  }
  const filedAt = minutes(receivedAt, 25)
  const { dueAt } = await fileWithAuthority(then(filedAt), {
    requestId,
    externalCode: externalCode(it, receivedAt, n),
    portal: it.came === 'remote' ? 'vneid' : 'national',
    filingHelp: 'self_with_help',
    channel: 'online',
    resultDelivery: it.code === '3.000347' || it.code === '1.002809' ? 'post' : 'desk',
    filedAt,
  })
  await follow(ctx, it, { requestId, filedAt, dueAt, n, toName: demoPerson(n).fullName })
}

async function receive(
  ctx: Ctx,
  it: DemoRequest,
  { receivedAt, serviceDayId, n }: { receivedAt: Date; serviceDayId: string; n: number },
) {
  const on = Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
  const version = await getProcedure(ctx, { code: it.code, at: on })
  const relation = it.relation ?? 'self'
  const answers: Answers = Object.fromEntries(
    version.questions.map((question) => {
      const wanted = relation === 'self' ? ['self'] : ['kin', 'proxy', 'other']
      const chosen =
        question.answers.find((answer) => wanted.includes(answer.id)) ?? question.answers[0]!
      return [question.id, chosen.id]
    }),
  )
  const subject = { ...demoPerson(n), ...homes[it.home] }
  const home = n % 3 === 0 ? homes.tam_thanh : homes.goi
  return receiveRequest(ctx, {
    clientKey: `demo-${it.code.replace('.', '-')}-${receivedAt.getTime()}-${n}`,
    receivedAt,
    subject,
    // Parents are a generation older.
    ...(relation === 'self' ? {} : { requester: { ...demoPerson(n + 60, 1962), ...home } }),
    relation,
    came: it.came,
    procedureCode: it.code,
    answers,
    serviceDayId,
  })
}

function externalCode(it: DemoRequest, at: Date, n: number): string {
  const day = at.toISOString().slice(2, 10).replaceAll('-', '')
  const unit = { '2.000488': 'H40.13', '1.002809': 'H40.06' }[it.code] ?? 'G01.22'
  return `${unit}-${day}-${String(1000 + n * 37).padStart(4, '0')}`
}

type Filed = { requestId: string; filedAt: Date; dueAt: Date | null; n: number; toName: string }

/** The authority's side, as the officer wrote it down. */
async function follow(ctx: Ctx, it: DemoRequest, filed: Filed): Promise<void> {
  const { requestId, filedAt } = filed
  const present = ctx.now
  const step = async (at: Date, to: (typeof statuses)[keyof typeof statuses], note?: string) => {
    if (at < present)
      await changeStatus({ ...ctx, now: at }, { requestId, to, at, ...(note ? { note } : {}) })
    return at < present
  }
  const taken = minutes(filedAt, 30)
  if (!(await step(taken, statuses.received))) return
  if (!(await step(minutes(taken, 45), statuses.in_progress))) return
  if (it.course === 'in_progress' || it.course === 'overdue') return
  if (it.course === 'supplemented' || it.course === 'awaiting_supplement') {
    const asked =
      it.code === '1.001456'
        ? 'Ảnh nền chưa trắng, chụp lại ảnh 4×6 nền trắng.'
        : 'Chụp lại mặt sau, ảnh bị mờ.'
    if (!(await step(days(taken, 1), statuses.supplement_asked, asked))) return
    if (it.course === 'awaiting_supplement') return
    if (!(await step(days(taken, 5), statuses.in_progress))) return
  }
  const { dueAt } = await getRequest(ctx, { requestId })
  const due = dueAt ?? days(taken, 10)
  const soonest = it.course === 'supplemented' ? minutes(days(taken, 5), 60) : minutes(taken, 60)
  const early = new Date(Math.max(minutes(due, -120).getTime(), soonest.getTime()))
  const resultAt = it.course === 'late' ? days(due, 2) : early
  if (!(await step(resultAt, statuses.finished))) return
  if (it.course === 'result_waiting') return
  const handedAt = days(resultAt, 1)
  if (handedAt >= present) return
  await handOverResult(
    { ...ctx, now: handedAt },
    { requestId, toName: filed.toName, toRelation: 'self', at: handedAt },
  )
  await rate({ ...ctx, now: days(handedAt, 1) }, it, filed, present)
}

async function rate(
  ctx: Ctx,
  it: DemoRequest,
  { requestId, n }: Filed,
  present: Date,
): Promise<void> {
  const unhappy = it.course === 'unhappy'
  const silent = it.course === 'unrated' || (n % 4 === 3 && !unhappy)
  if (ctx.now >= present || silent) return
  await rateRequest(ctx, {
    key: { requestId },
    guidance: unhappy ? 2 : 5,
    speed: unhappy ? 2 : it.course === 'late' ? 3 : n % 5 === 0 ? 4 : 5,
    attitude: unhappy ? 3 : 5,
    returns: unhappy ? 2 : it.course === 'supplemented' ? 1 : 0,
    filedOnline: true,
    sentence: unhappy
      ? 'Tôi phải đi lại hai lần mới xong, lần đầu không ai dặn mang giấy cũ.'
      : thanks[n % thanks.length]!,
    anonymous: n % 3 === 0,
  })
}
