import type { Context } from 'hono'
import { z } from 'zod'
import {
  changeChannelRule,
  connectAccount,
  disconnectAccount,
  findCredentials,
  listAccounts,
  pauseAccount,
  resumeAccount,
} from '#src/modules/deliveries/index.ts'
import { chooseChannel, sendingChannels, sendTest } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { smsReportAddress } from '../../webhooks/sms-secret.ts'
import { redirectDone } from '../admin-page.tsx'
import { accountOf, fieldsOf, forms, isAllowedThere, isDoor, type Door } from './channel-form.ts'
import { showChannel } from './channel-page.tsx'
import { beginWay } from './oauth.tsx'

const text = z.string().max(1000).default('')

/** What was typed for a channel, settings and secrets apart; what is missing is said beside its field. */
export type Typed = {
  name: string
  keptBy: string
  settings: Record<string, string>
  /** With those that stand where nothing was typed. */
  secrets: Record<string, string>
  /** None was typed, and some stand. */
  keepsSecrets: boolean
  cost: number | null
}

/** Connects a channel with what was typed, or leads to the service where it must be allowed first. */
export async function answerConnect(c: Context<Env>) {
  const { ctx, lang } = c.var
  const door = c.req.param('door') ?? ''
  if (!isDoor(door)) return c.notFound()
  const { channel, rank, provider } = accountOf(door)
  const stands = await findCredentials(ctx, { channel, rank })
  const { typed, filled: refused } = await readTyped(c, door, stands?.secrets ?? {})
  if (!typed) return showChannel(c, refused)
  if (isAllowedThere(door)) return beginWay(c, door, typed)
  const { name, keptBy, settings, secrets, keepsSecrets, cost } = typed
  const zalo = door === 'zns' ? await findCredentials(ctx, { channel: 'zalo' }) : null
  const { filled } = await tryDeed(refused, lang, () =>
    connectAccount(ctx, {
      ...{ channel, rank, provider, name, keptBy, costPerPart: cost },
      settings: zalo ? { appId: zalo.settings['appId'] ?? '' } : withReports(c, door, settings),
      // Left out, those that stand serve on, if they go to where they went before.
      ...(!keepsSecrets && { secrets }),
      ...(zalo && { secrets: { appSecret: zalo.secrets['appSecret'] ?? '' } }),
      // Without the account of Zalo the deed says what is missing.
      ...(door === 'zns' && {
        tokensOf: zalo?.accountId ?? '00000000-0000-0000-0000-000000000000',
      }),
    }),
  )
  const done = door === 'zns' ? 'noi-zns' : 'noi-thu'
  return filled ? showChannel(c, filled) : redirectDone(c, paths.adminChannel(door), done)
}

/** Where the provider is to tell what became of each SMS. */
function withReports(c: Context<Env>, door: Door, settings: Record<string, string>) {
  const { ctx, house, office } = c.var
  if (door !== 'sms' && door !== 'sms-2') return settings
  return { ...settings, callbackUrl: smsReportAddress(ctx, house.publicUrl, office.slug) }
}

async function readTyped(
  c: Context<Env>,
  door: Door,
  before: Readonly<Record<string, string>>,
): Promise<{ typed: Typed | null; filled: Filled }> {
  const words = c.var.w.channels.admin
  const { refusals } = c.var.w.deliveries
  const shape = z.object({
    ...{ name: text, keptBy: text },
    cost: z
      .string()
      .regex(/^\d{0,6}$/, words.costWrong)
      .default(''),
    ...Object.fromEntries(fieldsOf[door].map((it) => [it.name, text])),
  })
  const form = readForm(shape, await readBody(c))
  if (!form.data) return { typed: null, filled: form.filled }
  const data = form.data as Record<string, string>
  const settings: Record<string, string> = {}
  const secrets: Record<string, string> = {}
  const errors: Record<string, string> = {}
  const { name = '', keptBy = '', cost = '' } = data
  // Before the way over the service, not after it.
  if (name === '') errors['name'] = refusals['deliveries.name_missing']
  if (keptBy === '') errors['keptBy'] = refusals['deliveries.keeper_missing']
  const labels: Record<string, string> = words.fields
  for (const { name, secret, optional, form } of fieldsOf[door]) {
    // A secret that is left empty is the one that stands.
    const value = data[name] || (secret ? (before[name] ?? '') : '')
    const label = labels[name] ?? name
    if (value === '' && !optional) errors[name] = words.missing({ label })
    else if (value !== '' && form && !forms[form].test(value)) errors[name] = words.forms[form]
    else if (value !== '') (secret ? secrets : settings)[name] = value
  }
  if (Object.keys(errors).length > 0)
    return { typed: null, filled: { ...form.filled, errors: { ...form.filled.errors, ...errors } } }
  const typedSecret = fieldsOf[door].some((it) => it.secret && data[it.name])
  const typed = {
    ...{ name, keptBy, settings, secrets, cost: cost === '' ? null : Number(cost) },
    keepsSecrets: !typedSecret && Object.keys(before).length > 0,
  }
  return { typed, filled: form.filled }
}

const rules = z.object({ dailyCap: text, quietFrom: text, quietTo: text })

/** How many a day, and when nobody's phone rings. */
export async function answerRule(c: Context<Env>) {
  const { ctx, lang } = c.var
  const door = c.req.param('door') ?? ''
  if (!isDoor(door)) return c.notFound()
  const form = readForm(rules, await readBody(c))
  if (!form.data) return showChannel(c, form.filled)
  const { dailyCap, quietFrom, quietTo } = form.data
  const { filled } = await tryDeed(form.filled, lang, () =>
    changeChannelRule(ctx, {
      channel: accountOf(door).channel,
      dailyCap: dailyCap === '' ? null : Number(dailyCap),
      quietFrom: quietFrom || null,
      quietTo: quietTo || null,
    }),
  )
  return filled ? showChannel(c, filled) : redirectDone(c, paths.adminChannel(door), 'gioi-han')
}

/** Whether approved bulletins go there by themselves. */
export async function answerChoice(c: Context<Env>) {
  const door = c.req.param('door') ?? ''
  const channel = sendingChannels.find((it) => it === door)
  if (!channel) return c.notFound()
  const form = readForm(z.object({ choice: z.array(z.string()).default([]) }), await readBody(c))
  const chosen = form.data?.choice ?? []
  await chooseChannel(c.var.ctx, {
    ...{ channel, byItself: chosen.includes('byItself'), plain: chosen.includes('plain') },
  })
  return redirectDone(c, paths.adminChannel(channel), 'chon')
}

/** A message to the administrator's own phone or mailbox. */
export async function answerTest(c: Context<Env>) {
  const { ctx, lang, w, office } = c.var
  const door = c.req.param('door') ?? ''
  if (!isDoor(door)) return c.notFound()
  const form = readForm(z.object({ clientKey: z.uuid(), address: text }), await readBody(c))
  const { data } = form
  if (!data) return showChannel(c, form.filled)
  const words = w.channels.admin
  const { filled } = await tryDeed(form.filled, lang, () =>
    sendTest(ctx, {
      ...data,
      channel: accountOf(door).channel === 'email' ? 'email' : 'sms',
      ...{ title: words.testTitle, text: words.testText({ office: office.name.vi }) },
    }),
  )
  return filled ? showChannel(c, filled) : redirectDone(c, paths.adminChannel(door), 'thu')
}

const deeds = { ngat: disconnectAccount, dung: pauseAccount, tiep: resumeAccount }

export async function answerAccountDeed(c: Context<Env>) {
  const { ctx, lang } = c.var
  const { door = '', deed = '' } = c.req.param()
  const { account } = await readBody(c)
  const run = Object.hasOwn(deeds, deed) ? deeds[deed as keyof typeof deeds] : undefined
  if (!isDoor(door) || !run || typeof account !== 'string' || !isUuid(account)) return c.notFound()
  const mine = (await listAccounts(ctx)).some((it) => it.id === account)
  if (!mine) return c.notFound()
  const { filled } = await tryDeed(blank, lang, () => run(ctx, { accountId: account }))
  return filled ? showChannel(c, filled) : redirectDone(c, paths.adminChannel(door), deed)
}
