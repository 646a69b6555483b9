import type { Child } from 'hono/jsx'
import {
  approvedOf,
  channels,
  latestOf,
  type Bulletin,
  type BulletinVersion,
  type Publication,
  type SendingState,
} from '#src/modules/outreach/index.ts'
import type { Session } from '#src/modules/identity/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { TextArea } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { ChannelTag } from './channel-tag.tsx'
import { sayWho, type Names } from './say-who.ts'

type Props = {
  bulletin: Bulletin
  publications: Publication[]
  sent: SendingState['sendings']
  names: Names
  session: Session
  filled: Filled
}

/** What comes next, where it stands on each channel, and every version with its names. */
export function BulletinAside({ bulletin, publications, sent, names, session, filled }: Props) {
  const { w, to } = useView()
  const [latest, ...older] = bulletin.versions
  const { one } = w.bulletins
  const stands = approvedOf(bulletin)
  const writes = session.officer.rights.includes('outreach.write')
  return (
    <div class="column aside">
      <h2>{one.what}</h2>
      {writes && <Next bulletin={bulletin} />}
      <ul class="plain-list">
        {bulletin.serviceDayId !== null && session.officer.rights.includes('service_days.plan') && (
          <li>
            <a href={to(paths.deskDay(bulletin.serviceDayId))}>{one.dayPage}</a>
          </li>
        )}
        {stands && (
          <li>
            <a href={to(paths.newsItem(session.office.slug, bulletin.id))}>{one.publicPage}</a>
          </li>
        )}
        {stands && writes && (
          <li>
            <a href={to(paths.printBulletin(bulletin.id))}>{w.deskReach.print.title}</a>
          </li>
        )}
      </ul>
      {stands && (
        <>
          <h2>{w.bulletins.channels.door}</h2>
          <ul class="tasks">
            {channels.map((channel) => (
              <li>
                <span>{w.outreach.channels[channel]}</span>
                <ChannelTag
                  stands={stands.number}
                  correction={correctionOf(bulletin)}
                  sending={sent.some(
                    (it) => it.channel === channel && it.version === stands.number,
                  )}
                  newest={publications.find((it) => it.channel === channel)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{one.versions}</h2>
      <WhoWrote version={latest} names={names} />
      {older.length > 0 && (
        <details>
          <summary>{one.older({ count: older.length })}</summary>
          {older.map((it) => (
            <WhoWrote version={it} names={names}>
              <small class="block" lang="vi">
                {`${it.titleVi}\n${it.bodyVi}`}
              </small>
            </WhoWrote>
          ))}
        </details>
      )}
      {!bulletin.withdrawn && <Withdraw bulletin={bulletin} filled={filled} />}
    </div>
  )
}

type WroteProps = { version: BulletinVersion | undefined; names: Names; children?: Child }

function WhoWrote({ version, names, children }: WroteProps) {
  const { lang, w } = useView()
  if (!version) return null
  return (
    <div class="due">
      <b>
        {w.bulletins.one.version({ number: version.number })}: {w.outreach.states[version.state]}
      </b>
      {sayWho(lang, w, names, version).map((line) => (
        <small class="block">{line}</small>
      ))}
      {children}
    </div>
  )
}

/** The day was moved, called off or changed since: what people read is no longer true. */
function correctionOf(bulletin: Bulletin): number | null {
  const { number, kind, state } = latestOf(bulletin)
  const corrects = kind === 'moved' || kind === 'cancelled' || kind === 'changed'
  return corrects && state !== 'approved' ? number : null
}

function Next({ bulletin }: { bulletin: Bulletin }) {
  const { w, to } = useView()
  const words = w.bulletins.deeds
  const latest = latestOf(bulletin)
  if (bulletin.withdrawn) return bulletin.serviceDayId === null ? null : <DraftNext />
  return (
    <>
      {latest.state === 'draft' && (
        <form method="post" action={to(paths.bulletinDo(bulletin.id, 'gui'))}>
          <input type="hidden" name="version" value={String(latest.number)} />
          <button class="button wide">{words.submit}</button>
        </form>
      )}
      {approvedOf(bulletin) && (
        <p>
          <a
            class={latest.state === 'approved' ? 'button wide' : 'button quiet wide'}
            href={to(paths.bulletinDo(bulletin.id, 'kenh'))}
          >
            {w.bulletins.channels.door}
          </a>
        </p>
      )}
      <p>
        <a href={to(paths.bulletinDo(bulletin.id, 'chu'))}>{w.channels.texts.door}</a>
      </p>
      <p>
        <a class="button quiet wide" href={to(paths.bulletinDo(bulletin.id, 'sua'))}>
          {words.edit}
        </a>
      </p>
    </>
  )
}

/** What was withdrawn stays so; the day can be told of again. */
function DraftNext() {
  const { w, to } = useView()
  return (
    <form method="post" action={to(paths.bulletinDraftNext())}>
      <button class="button quiet wide">{w.bulletins.draftNext}</button>
    </form>
  )
}

function Withdraw({ bulletin, filled }: { bulletin: Bulletin; filled: Filled }) {
  const { w, to } = useView()
  const words = w.bulletins.deeds
  return (
    <details open={filled.errors.withdrawReason !== undefined}>
      <summary>{words.withdraw}</summary>
      <form method="post" action={to(paths.bulletinDo(bulletin.id, 'rut'))}>
        <p class="hint">{words.withdrawHint}</p>
        <TextArea
          name="withdrawReason"
          label={words.withdrawReason}
          rows={2}
          maxlength={600}
          filled={filled}
        />
        <button class="button danger">{words.withdraw}</button>
      </form>
    </details>
  )
}
