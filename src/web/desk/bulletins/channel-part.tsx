import {
  wordForChannel,
  type BulletinVersion,
  type Channel,
  type Publication,
} from '#src/modules/outreach/index.ts'
import { channelLink } from '../../channel-link.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { useView } from '../../view.ts'
import { ChannelTag } from './channel-tag.tsx'
import type { Names } from './say-who.ts'

type Props = {
  id: string
  channel: Channel
  version: BulletinVersion
  newest: Publication | undefined
  names: Names
  filled: Filled
  site: string
  slug: string
  open: boolean
}

/** One channel, folded: its words to copy, where they are too long, and what proves that they stand there. */
export function ChannelPart(props: Props) {
  const { id, channel, version, newest, names, site, slug, open } = props
  const { lang, w, to } = useView()
  const words = w.bulletins.channels
  const link = channelLink(site, slug, id, channel)
  const said = { title: version.titleVi, body: version.bodyVi }
  const made = wordForChannel(channel, said, link, version.channelTexts[channel])
  const count = made.text.length
  return (
    <details class="part" id={channel} open={open}>
      <summary>
        <h2>{w.outreach.channels[channel]}</h2>{' '}
        <ChannelTag stands={version.number} newest={newest} />
      </summary>
      {newest && (
        <p class="hint">
          {words.proof({
            by: newest.by === null ? w.channels.sending.byHouse : names(newest.by),
            at: sayInstant(lang, newest.at),
          })}{' '}
          {newest.link && <a href={newest.link}>{newest.link}</a>}{' '}
          <span lang="vi">{newest.note}</span>{' '}
          {newest.hasPhoto && <a href={to(paths.bulletinProof(id, newest.id))}>{words.seePhoto}</a>}
        </p>
      )}
      <Copied
        name={`${words.text}: ${w.outreach.channels[channel]}`}
        text={made.text}
        hint={
          made.limit === null ? words.count({ count }) : words.letters({ count, limit: made.limit })
        }
      />
      {made.cut && (
        <>
          <p>
            {words.cut({ limit: made.limit! })} <del lang="vi">{made.cut.lost}</del>
          </p>
          <Copied
            name={`${words.shorter}: ${w.outreach.channels[channel]}`}
            text={made.shorter!}
            hint={words.letters({ count: made.shorter!.length, limit: made.limit! })}
          />
        </>
      )}
      {channel === 'website' && (
        <>
          <Copied name={words.html} text={htmlBlock(version, link)} />
          <Copied name={words.embed} text={embedBlock(`${site}${paths.embed(slug)}`)} />
          <Copied
            name={words.embedScript}
            hint={words.embedScriptHint({ site })}
            text={embedScriptBlock(site, slug)}
          />
        </>
      )}
      <Proof {...props} />
    </details>
  )
}

function Copied({ name, text, hint }: { name: string; text: string; hint?: string }) {
  const { w } = useView()
  const words = w.bulletins.channels
  return (
    <copy-text>
      <label class="field">
        <b>{name}</b>
        {hint && <span class="hint">{hint}</span>}
        <textarea readonly rows={Math.min(8, text.split('\n').length + 1)} lang="vi">
          {text}
        </textarea>
      </label>
      <button
        class="pick"
        type="button"
        hidden
        data-copied={words.copied}
        aria-label={`${words.copy}: ${name}`}
      >
        {words.copy}
      </button>
    </copy-text>
  )
}

function Proof({ id, channel, version, filled }: Props) {
  const { w, to } = useView()
  const words = w.bulletins.channels
  const value = (name: string) => filled.values[`${name}-${channel}`] as string | undefined
  const field = (name: 'link' | 'note' | 'photo', label: string, hint?: string) => {
    const error = filled.errors[`${name}-${channel}`]
    const inputId = `o-${name}-${channel}`
    return (
      <div class={error ? 'field wrong' : 'field'}>
        <label for={inputId}>{label}</label>
        {hint && (
          <span class="hint" id={`${inputId}-hint`}>
            {hint}
          </span>
        )}
        {error && (
          <span class="error" id={`${inputId}-error`}>
            {error}
          </span>
        )}
        <input
          id={inputId}
          name={name}
          {...(name === 'photo'
            ? { type: 'file', accept: 'image/jpeg,image/png,image/webp' }
            : { type: 'text', value: value(name) })}
          autocomplete="off"
          aria-describedby={error ? `${inputId}-error` : hint && `${inputId}-hint`}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
    )
  }
  return (
    <form method="post" enctype="multipart/form-data" action={to(paths.bulletinDo(id, 'kenh'))}>
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="version" value={String(version.number)} />
      <div class="grid-2">
        {field('link', words.link)}
        {field('note', words.note, words.noteHint)}
        {field('photo', words.photo, words.photoHint)}
      </div>
      <button class="button quiet">
        {words.mark}
        <span class="unseen">: {w.outreach.channels[channel]}</span>
      </button>
    </form>
  )
}

/** For a website that takes HTML: no style and no script, so that it looks like the rest of the site. */
function htmlBlock(version: BulletinVersion, link: string): string {
  const lines = version.bodyVi.split('\n').filter(Boolean)
  return [
    '<article lang="vi">',
    `  <h2>${escape(version.titleVi)}</h2>`,
    ...lines.map((line) => `  <p>${escape(line)}</p>`),
    `  <p><a href="${escape(link)}">${escape(link)}</a></p>`,
    '</article>',
  ].join('\n')
}

function embedBlock(address: string): string {
  return `<iframe src="${escape(address)}" title="Tin của xã" loading="lazy" width="100%" height="420"></iframe>`
}

function embedScriptBlock(site: string, slug: string): string {
  const at = (path: string) => escape(site + path)
  return [
    `<commune-news feed="${at(paths.newsFeed(slug, 'json'))}">`,
    `  <a href="${at(paths.news(slug))}">Xem tất cả tin</a>`,
    '</commune-news>',
    `<script type="module" src="${at(paths.embedScript(slug))}"></script>`,
  ].join('\n')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
