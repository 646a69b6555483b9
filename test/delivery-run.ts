import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import {
  changeChannelRule,
  channels,
  connectAccount,
  enqueue,
  listAccounts,
  listMessages,
  readProgress,
  type ChannelKind,
  type Content,
  type Pace,
  type Recipient,
} from '#src/modules/deliveries/index.ts'
import type { ServiceAddresses } from '#src/outside/messages/open-drivers.ts'
import { playFacebook, type FacebookStandIn } from './stand-ins/facebook.ts'
import type { Chances } from './stand-ins/play-http.ts'
import { playSms, type SmsStandIn } from './stand-ins/sms.ts'
import { playSmtp, type SmtpStandIn } from './stand-ins/smtp.ts'
import { playZalo, type ZaloStandIn } from './stand-ins/zalo.ts'

export type WorkerTold = { databaseUrl: string; key: string; addresses: ServiceAddresses }

/** As the house, but impatient: seconds where the house waits for minutes. */
export const runPace: Partial<Pace> = {
  ...{ lanes: 4, poll: 0.1, timeout: 1, lease: 4, pauses: [0.3, 0.6, 1], rest: 0.2, mostRest: 1 },
  ...{ refreshEarly: 1, refreshLate: 0.3, refreshAgain: 0.3 },
}

export type RunAsked = {
  /** How many messages go over each channel. */
  mix: Record<ChannelKind, number>
  /** How often a worker is killed with SIGKILL, spread over the run. */
  kills: number
  /** How many workers run side by side. */
  workers: number
  /** How long an access token of Zalo lasts. */
  tokenSeconds: number
  chances: Chances
}

/** What the services counted, beside what the house says of it. */
export type RunFigures = {
  messages: number
  seconds: number
  requests: number
  kills: number
  /** Went out, and each is with the service exactly once. */
  arrivedOnce: number
  /** A person is asked, with a reason; by reason, and how many of them the service has once. */
  held: Record<string, number>
  heldThatArrived: number
  arrivedTwice: number
  /** The house says that it went out, and the service does not have it. */
  lost: number
  unsettled: number
  tokenRefreshes: number
  refreshTokensUsedTwice: number
  /** A worker was killed, or the answer lost, over a refresh: a person connected anew. */
  renewedByHand: number
}

type Services = {
  zalo: ZaloStandIn
  facebook: FacebookStandIn
  sms: SmsStandIn
  smtp: SmtpStandIn
}

const subject = { kind: 'test.run', id: randomUUID() }

/**
 * Sends a mix of messages over services that are played on real sockets and go wrong by chance, with
 * workers that are killed at any moment, and counts at the services what arrived how often.
 *
 * @param office as a system actor, on the database that `databaseUrl` reaches
 */
export async function runDeliveries(
  office: Ctx,
  told: { databaseUrl: string; key: string },
  asked: RunAsked,
): Promise<RunFigures> {
  const services = await openServices()
  services.zalo.tokenSeconds = asked.tokenSeconds
  const addresses = {
    ...{ zalo: services.zalo.addresses, facebook: services.facebook.url, esms: services.sms.url },
  }
  const workers = openWorkers({ ...told, addresses })
  const now = (): Ctx => ({ ...office, now: new Date() })
  try {
    await connectAll(now(), services)
    const sentTo = await ask(now(), asked.mix)
    const [http, from] = [[services.zalo, services.facebook, services.sms], performance.now()]
    http.forEach((it, i) => it.leaveToChance({ ...asked.chances, seed: asked.chances.seed + i }))
    for (const it of http) it.slowness = 400
    for (let i = 0; i < asked.workers; i++) workers.start()
    let [kills, renewedByHand] = [0, 0]
    for (const giveUp = Date.now() + 300_000; Date.now() < giveUp;) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      const progress = await readProgress(now(), { subject })
      if (await renewZalo(now(), services.zalo)) renewedByHand++
      const gone = progress.total - progress.waiting - progress.sending
      if (kills < asked.kills && gone >= ((kills + 1) * progress.total) / (asked.kills + 1)) {
        kills++
        workers.killOne()
      }
      if (progress.done) break
    }
    const seconds = (performance.now() - from) / 1000
    const counted = await count(now(), services, sentTo)
    return {
      messages: sentTo.size,
      seconds,
      requests: http.reduce((sum, it) => sum + it.asked(), services.smtp.letters.length),
      kills,
      ...counted,
      tokenRefreshes: services.zalo.refreshes(),
      refreshTokensUsedTwice: services.zalo.reused(),
      renewedByHand,
    }
  } finally {
    await workers.stop()
    await Promise.all(Object.values(services).map((it) => it.close()))
  }
}

async function openServices(): Promise<Services> {
  const [zalo, facebook, sms, smtp] = await Promise.all([
    playZalo(),
    playFacebook(),
    playSms(),
    playSmtp(),
  ])
  return { zalo, facebook, sms, smtp }
}

async function connectAll(ctx: Ctx, { zalo, facebook, sms, smtp }: Services): Promise<void> {
  const keptBy = 'Chị Hoa, 0912 345 678'
  const open = (channel: ChannelKind, provider: string, account: SmsStandIn['account']) =>
    connectAccount(ctx, { channel, provider, name: provider, keptBy, ...account })
  const { accountId } = await connectAccount(ctx, zaloAccount(zalo))
  const { account } = zalo
  const zns = { channel: 'zns', provider: 'zns', name: 'zns', keptBy, ...account } as const
  await connectAccount(ctx, { ...zns, tokensOf: accountId })
  await open('facebook', 'facebook', facebook.account)
  await open('sms', 'esms', sms.account)
  await open('email', 'smtp', smtp.account)
  const always = { dailyCap: null, quietFrom: null, quietTo: null }
  for (const channel of channels) await changeChannelRule(ctx, { channel, ...always })
}

const zaloAccount = (zalo: ZaloStandIn) => ({
  ...({ channel: 'zalo', provider: 'zalo', name: 'Zalo OA' } as const),
  keptBy: 'Chị Hoa, 0912 345 678',
  ...zalo.account,
  tokens: zalo.letIn(),
})

/** What the office's administrator does when the list says that Zalo is to be connected anew. */
async function renewZalo(ctx: Ctx, zalo: ZaloStandIn): Promise<boolean> {
  const account = (await listAccounts(ctx)).find((it) => it.channel === 'zalo')
  if (account?.state !== 'needs_renewal') return false
  await connectAccount(ctx, zaloAccount(zalo))
  return true
}

/** Asks for all, the channels mixed, and gives where each message goes. */
async function ask(ctx: Ctx, mix: RunAsked['mix']): Promise<Map<string, string>> {
  const sentTo = new Map<string, string>()
  const rounds = Math.max(...Object.values(mix))
  for (let i = 0; i < rounds; i++)
    for (const channel of channels.filter((it) => i < mix[it])) {
      const { to, content, key } = wording[channel](i)
      const clientKey = randomUUID()
      const said = { clientKey, channel, to, content, purpose: 'notice', subject } as const
      sentTo.set((await enqueue(ctx, said)).messageId, key)
    }
  return sentTo
}

type Worded = { to: Recipient; content: Content; key: string }

const wording: Record<ChannelKind, (i: number) => Worded> = {
  zalo: (i) => ({ to: { zaloUserId: `u${i}` }, content: { text: 'Mời bà con.' }, key: `u${i}` }),
  zns: (i) => {
    const phone = `8491${1_000_000 + i}`
    return { to: { phone }, content: { template: { id: '123', params: { so: '5' } } }, key: phone }
  },
  sms: (i) => {
    const phone = `8498${1_000_000 + i}`
    return { to: { phone }, content: { text: 'Moi ba con.' }, key: phone }
  },
  facebook: (i) => ({ to: { page: true }, content: { text: `Bài ${i}` }, key: `Bài ${i}` }),
  email: (i) => {
    const email = `dan${i}@example.vn`
    return { to: { email }, content: { title: 'Báo', text: 'Mời bà con.' }, key: email }
  },
}

async function count(ctx: Ctx, services: Services, sentTo: Map<string, string>) {
  const { zalo, facebook, sms, smtp } = services
  const arrived = [
    ...zalo.messages.map((it) => it.to),
    ...sms.messages.map((it) => it.phone),
    ...smtp.letters.map((it) => it.to),
    ...[...facebook.posts.values()].map((it) => it.message),
  ]
  const times = new Map<string, number>()
  for (const key of arrived) times.set(key, (times.get(key) ?? 0) + 1)
  const figures = { arrivedOnce: 0, heldThatArrived: 0, lost: 0, unsettled: 0 }
  const held: Record<string, number> = {}
  for (const { state, why, id } of await listAll(ctx)) {
    const once = times.get(sentTo.get(id) ?? '') === 1
    if (state === 'accepted' || state === 'delivered') {
      if (once) figures.arrivedOnce++
      else if (!times.has(sentTo.get(id) ?? '')) figures.lost++
    } else if (state === 'held') {
      held[why ?? ''] = (held[why ?? ''] ?? 0) + 1
      if (once) figures.heldThatArrived++
    } else figures.unsettled++
  }
  const arrivedTwice = [...times.values()].filter((it) => it > 1).length
  return { ...figures, held, arrivedTwice }
}

/** The list shows the newest 500; here all are looked at. */
async function listAll(ctx: Ctx) {
  const shown = await listMessages(ctx, { subject })
  if (shown.length < 500) return shown
  return ctx.db
    .selectFrom('deliveries.message')
    .select(['id', 'state', 'why'])
    .where('office_id', '=', ctx.officeId)
    .where('subject_id', '=', subject.id)
    .execute()
}

function openWorkers(told: WorkerTold) {
  const running: ChildProcess[] = []
  const ended: Promise<unknown>[] = []
  const start = () => {
    const child = spawn(process.execPath, ['test/delivery-worker.ts'], {
      env: { ...process.env, LOG_LEVEL: 'silent', WORKER: JSON.stringify(told) },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    ended.push(new Promise((resolve) => child.once('exit', resolve)))
    running.push(child)
  }
  return {
    start,
    /** The one that has run longest, in the middle of whatever it is at; another one takes its place. */
    killOne: () => {
      running.shift()?.kill('SIGKILL')
      start()
    },
    stop: async () => {
      for (const child of running) child.kill('SIGTERM')
      await Promise.all(ended)
    },
  }
}
