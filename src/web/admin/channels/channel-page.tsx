import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import {
  listAccounts,
  listMessages,
  mayTryAgain,
  readChannelRules,
  type Account,
  type DeliveryMessage,
} from '#src/modules/deliveries/index.ts'
import {
  readChannelChoices,
  sendingChannels,
  testSubjectOf,
  type SendingChannel,
} from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { Checkboxes, Field } from '../../ui/field.tsx'
import { Notice, Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { smsReportAddress } from '../../webhooks/sms-secret.ts'
import { answerAdmin } from '../admin-page.tsx'
import { accountOf, isDoor, type Door } from './channel-form.ts'
import { Addresses, ConnectForm } from './connect-form.tsx'

/** One channel: what it needs, what the office decides about it, a try, and the way out. */
export async function showChannel(c: Context<Env>, filled: Filled = blank) {
  const { ctx, w, house, office } = c.var
  const door = c.req.param('door') ?? ''
  if (!isDoor(door)) return c.notFound()
  const words = w.channels.admin
  const { channel, rank } = accountOf(door)
  const accounts = await listAccounts(ctx)
  const account = accounts.find((it) => it.channel === channel && it.rank === rank)
  const rule = (await readChannelRules(ctx))[channel]
  const sends = sendingChannels.find((it) => it === door)
  const choice = sends && (await readChannelChoices(ctx))[sends]
  const slug = office.slug
  const tests = account && rank === 1 && (channel === 'sms' || channel === 'email')
  const [test] = tests ? await listMessages(ctx, { subject: testSubjectOf(channel) }) : []
  return answerAdmin(c, {
    title: words.doors[door],
    filled,
    back: { href: paths.adminChannels(), label: words.title },
    children: (
      <>
        <Done said={readDone(c, words.done)} />
        {account && <Standing door={door} account={account} />}
        {tests && (
          <section>
            <h2>{words.test}</h2>
            {test && <LastTest test={test} />}
            <form method="post" action={to(c, paths.adminChannelDo(door, 'thu'))}>
              <input type="hidden" name="clientKey" value={randomUUID()} />
              <Field
                name="address"
                label={words.testTo[channel]}
                hint={words.testHint}
                filled={filled}
              />
              <button class="button quiet">{words.testSend}</button>
            </form>
          </section>
        )}
        {sends && choice && account && <Choice channel={sends} choice={choice} filled={filled} />}
        <section>
          <h2>{account ? words.renew : words.connect}</h2>
          <p>{words.guides[door]}</p>
          <Addresses
            door={door}
            site={house.publicUrl}
            slug={slug}
            reports={smsReportAddress(ctx, house.publicUrl, slug)}
          />
          <ConnectForm door={door} account={account} filled={filled} />
        </section>
        {account && rank === 1 && <RuleForm door={door} rule={rule} filled={filled} />}
      </>
    ),
  })
}

/** What became of the newest message to the administrator's own phone or mailbox. */
function LastTest({ test }: { test: DeliveryMessage }) {
  const { lang, w } = useView()
  const whys: Record<string, { what: string; remedy: string }> = w.deliveries.whys
  const why = test.why === null ? undefined : whys[test.why]
  const settled = test.state === 'accepted' || test.state === 'delivered'
  return (
    <p>
      {w.channels.admin.lastTest({ at: sayInstant(lang, test.askedAt), to: test.maskedTo ?? '' })}{' '}
      <Tag
        tone={settled ? 'leaf' : test.state === 'failed' || test.state === 'held' ? 'hot' : 'sun'}
      >
        {w.deliveries.states[test.state]}
      </Tag>{' '}
      {why && `${why.what} ${why.remedy}`}
    </p>
  )
}

function Standing({ door, account }: { door: Door; account: Account & { waiting: number } }) {
  const { w, to } = useView()
  const words = w.channels.admin
  const whys: Record<string, { what: string; remedy: string }> = w.deliveries.whys
  const trouble = account.trouble === null ? undefined : whys[account.trouble]
  const paused = account.state === 'paused'
  return (
    <section>
      <p>
        <Tag tone={account.state === 'connected' ? 'leaf' : 'hot'}>
          {w.deliveries.accountStates[account.state]}
        </Tag>{' '}
        <b lang="vi">{account.name}</b>
      </p>
      {trouble && (
        <Notice tone="hot">
          <p>
            {trouble.what} {trouble.remedy}
          </p>
          <p>
            <b>{w.deliveries.keeper({ name: account.keptBy })}.</b>{' '}
            {account.waiting > 0 && w.deliveries.kept({ count: account.waiting })}
          </p>
        </Notice>
      )}
      <div class="small-forms">
        {mayTryAgain(account) && (
          <form method="post" action={to(paths.adminChannelDo(door, 'tiep'))}>
            <input type="hidden" name="account" value={account.id} />
            <button class="button">{words.tryAgain}</button>
          </form>
        )}
        <form method="post" action={to(paths.adminChannelDo(door, paused ? 'tiep' : 'dung'))}>
          <input type="hidden" name="account" value={account.id} />
          <button class="button quiet">{paused ? words.resume : words.pause}</button>
        </form>
      </div>
      <details>
        <summary>{words.disconnect}</summary>
        <p>{words.disconnectHint}</p>
        <form method="post" action={to(paths.adminChannelDo(door, 'ngat'))}>
          <input type="hidden" name="account" value={account.id} />
          <button class="button danger">{words.disconnect}</button>
        </form>
      </details>
    </section>
  )
}

type ChoiceProps = {
  channel: SendingChannel
  choice: { byItself: boolean; plain: boolean }
  filled: Filled
}

function Choice({ channel, choice, filled }: ChoiceProps) {
  const { w, to } = useView()
  const words = w.channels.admin
  const options = [
    { value: 'byItself', label: words.sendsByItself },
    ...(channel === 'sms' ? [{ value: 'plain', label: words.plain, hint: words.plainHint }] : []),
  ]
  return (
    <section>
      <h2>{words.choice}</h2>
      <form method="post" action={to(paths.adminChannelDo(channel, 'chon'))}>
        <Checkboxes
          name="choice"
          label={words.choiceLabel}
          options={options}
          ticked={options.map((it) => it.value).filter((it) => choice[it as 'plain' | 'byItself'])}
          filled={filled}
        />
        <button class="button quiet">{words.saveChoice}</button>
      </form>
    </section>
  )
}

type RuleProps = {
  door: Door
  rule: { dailyCap: number | null; quietFrom: string | null; quietTo: string | null }
  filled: Filled
}

function RuleForm({ door, rule, filled }: RuleProps) {
  const { w, to } = useView()
  const words = w.channels.admin
  return (
    <section>
      <h2>{words.rules}</h2>
      <form method="post" action={to(paths.adminChannelDo(door, 'gioi-han'))}>
        <Field
          name="dailyCap"
          label={words.cap}
          hint={words.capHint}
          filled={filled}
          initial={rule.dailyCap === null ? '' : String(rule.dailyCap)}
          inputmode="numeric"
          width="short"
          optional
        />
        <div class="grid-2">
          <Field
            name="quietFrom"
            type="time"
            label={words.quietFrom}
            filled={filled}
            initial={rule.quietFrom ?? ''}
            optional
          />
          <Field
            name="quietTo"
            type="time"
            label={words.quietTo}
            filled={filled}
            initial={rule.quietTo ?? ''}
            optional
          />
        </div>
        <p class="hint">{words.quietHint}</p>
        <button class="button quiet">{words.saveRules}</button>
      </form>
    </section>
  )
}
