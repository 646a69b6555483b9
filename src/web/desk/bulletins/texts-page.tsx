import type { Context } from 'hono'
import { z } from 'zod'
import {
  channels,
  getBulletin,
  latestOf,
  ownTextLimit,
  setChannelText,
  wordForChannel,
  type Bulletin,
  type Channel,
} from '#src/modules/outreach/index.ts'
import { channelLink } from '../../channel-link.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice, Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

/** How the newest version reads on each channel; while it is a draft, other words can be chosen. */
export async function showTexts(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w, house } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const bulletin = await getBulletin(ctx, { bulletinId: id })
  const { titleVi } = latestOf(bulletin)
  const words = w.channels.texts
  return render(
    c,
    <DeskPage
      title={words.title({ title: titleVi })}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.bulletin(id), label: titleVi }}
    >
      <Done said={readDone(c, w.channels.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title({ title: titleVi })}</h1>
      {latestOf(bulletin).state === 'draft' ? (
        <p>{words.lead}</p>
      ) : (
        <Notice tone="sun">
          <p>{words.fixed}</p>
        </Notice>
      )}
      {channels.map((channel) => (
        <TextPart
          bulletin={bulletin}
          channel={channel}
          link={channelLink(house.publicUrl, session.office.slug, id, channel)}
          filled={filled.values.channel === channel ? filled : blank}
        />
      ))}
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

/** What fits stands folded: it says what the bulletin says. */
type PartProps = { bulletin: Bulletin; channel: Channel; link: string; filled: Filled }

function TextPart({ bulletin, channel, link, filled }: PartProps) {
  const { w } = useView()
  const words = w.channels.texts
  const latest = latestOf(bulletin)
  const own = latest.channelTexts[channel]
  const said = { title: latest.titleVi, body: latest.bodyVi }
  const made = wordForChannel(channel, said, link, own)
  const count = made.text.length
  const name = w.outreach.channels[channel]
  return (
    <details class="part" id={channel} open={made.cut !== null || filled !== blank}>
      <summary>
        <h2>{name}</h2>{' '}
        {made.cut ? (
          <Tag tone="hot">{words.tooLong({ count, limit: made.limit! })}</Tag>
        ) : (
          <Tag tone="plain">
            {made.limit === null
              ? words.count({ count })
              : words.fits({ count, limit: made.limit })}
          </Tag>
        )}{' '}
        {own !== undefined && <Tag tone="sun">{words.own}</Tag>}
      </summary>
      <div class="bulletin" lang="vi">
        <p class="as-written">
          {made.cut ? made.cut.kept : made.text}
          {made.cut && <del>{made.cut.lost}</del>}
        </p>
      </div>
      {made.cut && <p class="hint">{words.cut}</p>}
      {latest.state !== 'draft' && made.shorter !== null && (
        <>
          <h3>{w.bulletins.channels.shorter}</h3>
          <div class="bulletin" lang="vi">
            <p class="as-written">{made.shorter}</p>
          </div>
        </>
      )}
      {latest.state === 'draft' && (
        <OwnText bulletin={bulletin} channel={channel} filled={filled} offered={made.shorter} />
      )}
    </details>
  )
}

type OwnProps = {
  bulletin: Bulletin
  channel: Channel
  filled: Filled
  offered: string | null
}

function OwnText({ bulletin, channel, filled, offered }: OwnProps) {
  const { w, to } = useView()
  const words = w.channels.texts
  const latest = latestOf(bulletin)
  const limit = ownTextLimit(channel)
  // The link is put below by the house.
  const shorter = offered?.replace(/\n\nhttps?:\S+$/, '')
  const field = `text-${channel}`
  const hint = limit === null ? words.hint : words.hintLimit({ limit })
  return (
    <details open={filled.errors[field] !== undefined || offered !== null}>
      <summary>
        {words.choose}
        <span class="unseen">: {w.outreach.channels[channel]}</span>
      </summary>
      <form method="post" action={to(paths.bulletinDo(bulletin.id, 'chu'))}>
        <input type="hidden" name="channel" value={channel} />
        <input type="hidden" name="version" value={String(latest.number)} />
        <TextArea
          name={field}
          label={words.text({ channel: w.outreach.channels[channel] })}
          hint={hint}
          rows={6}
          filled={filled}
          initial={latest.channelTexts[channel] ?? shorter ?? `${latest.titleVi}\n${latest.bodyVi}`}
        />
        <button class="button quiet">
          {words.keep}
          <span class="unseen">: {w.outreach.channels[channel]}</span>
        </button>
      </form>
    </details>
  )
}

const shape = z.object({ channel: z.enum(channels), version: z.coerce.number() })

/** Other words for one channel. An empty field goes back to what the house makes. */
export async function doText(c: Context<Env>) {
  const { ctx, lang } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const form = readForm(shape, await readBody(c))
  const { data, filled: typed } = form
  if (!data) return c.notFound()
  const field = `text-${data.channel}`
  const text = typeof typed.values[field] === 'string' ? typed.values[field] : ''
  const { filled } = await tryDeed(typed, lang, () =>
    setChannelText(ctx, { bulletinId: id, ...data, text }),
  )
  if (filled) {
    const { text: said, ...errors } = filled.errors
    return showTexts(c, { ...filled, errors: said ? { ...errors, [field]: said } : errors })
  }
  return c.redirect(to(c, `${paths.bulletinDo(id, 'chu')}?xong=chu#${data.channel}`), 303)
}
