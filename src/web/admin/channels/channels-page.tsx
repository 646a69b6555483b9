import type { Context } from 'hono'
import { z } from 'zod'
import {
  listAccounts,
  readAccountHealth,
  type Account,
  type AccountTrouble,
} from '#src/modules/deliveries/index.ts'
import {
  addSpeakerSystem,
  closeSpeakerSystem,
  listSpeakerSystems,
  readChannelChoices,
  type SpeakerSystem,
} from '#src/modules/outreach/index.ts'
import { sayInstant } from '../../dates.ts'
import { ChannelTrouble } from '../../desk/bulletins/stuck-page.tsx'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, readForm, tryDeed, type Filled } from '../../read-form.ts'
import { Done, readDone } from '../../ui/done.tsx'
import { Field } from '../../ui/field.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { answerAdmin, redirectDone } from '../admin-page.tsx'
import { accountOf, doors, type Door } from './channel-form.ts'

/** Every channel: connected or by hand, what is wrong and who renews it. */
export async function showChannelList(c: Context<Env>, filled: Filled = blank) {
  const { ctx, w } = c.var
  const words = w.channels.admin
  const [accounts, health] = [await listAccounts(ctx), await readAccountHealth(ctx)]
  const [choices, systems] = [await readChannelChoices(ctx), await listSpeakerSystems(ctx)]
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <Done said={readDone(c, words.done)} />
        <p>{words.lead}</p>
        {health.map((it: AccountTrouble) => (
          <ChannelTrouble trouble={it} />
        ))}
        <ul class="tasks requests">
          {doors.map((door) => (
            <DoorLine
              door={door}
              account={accounts.find((it) => {
                const { channel, rank } = accountOf(door)
                return it.channel === channel && it.rank === rank
              })}
              byItself={door in choices && choices[door as keyof typeof choices].byItself}
            />
          ))}
        </ul>
        <Speakers systems={systems} filled={filled} />
      </>
    ),
  })
}

type LineProps = {
  door: Door
  account: (Account & { waiting: number }) | undefined
  byItself: boolean
}

function DoorLine({ door, account, byItself }: LineProps) {
  const { lang, w, to } = useView()
  const words = w.channels.admin
  const tone = { connected: 'leaf', needs_renewal: 'hot', paused: 'sun' } as const
  return (
    <li>
      <div>
        <a href={to(paths.adminChannel(door))}>{words.doors[door]}</a>
        <span>
          {account ? (
            <>
              <Vietnamese text={account.name} /> · {w.deliveries.keeper({ name: account.keptBy })}
              {account.waiting > 0 && ` · ${words.waiting({ count: account.waiting })}`}
              {account.tokenExpiresAt &&
                ` · ${words.renewsItself({ at: sayInstant(lang, account.tokenExpiresAt) })}`}
              {account.expiresAt && ` · ${words.ends({ at: sayInstant(lang, account.expiresAt) })}`}
              {account.rank === 1 &&
                account.channel !== 'zns' &&
                ` · ${byItself ? words.byItself : words.byHand}`}
            </>
          ) : (
            words.hints[door]
          )}
        </span>
      </div>
      <Tag tone={account ? tone[account.state] : 'plain'}>
        {account
          ? w.deliveries.accountStates[account.state]
          : door === 'zns' || door === 'sms-2'
            ? words.notConnected
            : words.postedByHand}
      </Tag>
    </li>
  )
}

function Speakers({ systems, filled }: { systems: SpeakerSystem[]; filled: Filled }) {
  const { w, to } = useView()
  const words = w.channels.admin.speakers
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul class="tasks">
        {systems.map((it) => (
          <li>
            <span>
              <Vietnamese text={it.name} /> · {it.address}
            </span>
            <form method="post" action={to(paths.adminChannelDo('loa', 'ngat'))}>
              <input type="hidden" name="id" value={it.id} />
              <button class="link-button">
                {words.close}
                <span class="unseen">: {it.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={to(paths.adminChannelDo('loa', 'noi'))}>
        <Field name="name" label={words.name} filled={filled} />
        <Field name="address" label={words.address} hint={words.addressHint} filled={filled} />
        <Field name="key" type="password" label={words.key} filled={filled} />
        <button class="button quiet">{words.add}</button>
      </form>
    </section>
  )
}

const text = z.string().max(500).default('')

export async function answerAddSpeaker(c: Context<Env>) {
  const { ctx, lang } = c.var
  const form = readForm(z.object({ name: text, address: text, key: text }), await readBody(c))
  if (!form.data) return showChannelList(c, form.filled)
  const { data } = form
  const { filled } = await tryDeed(form.filled, lang, () => addSpeakerSystem(ctx, data))
  return filled ? showChannelList(c, filled) : redirectDone(c, paths.adminChannels(), 'loa')
}

export async function answerCloseSpeaker(c: Context<Env>) {
  const { id } = await readBody(c)
  if (typeof id !== 'string' || !isUuid(id)) return c.notFound()
  await closeSpeakerSystem(c.var.ctx, { systemId: id })
  return redirectDone(c, paths.adminChannels(), 'bo-loa')
}
