import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import {
  findRecording,
  listAirings,
  listToAir,
  readSetting,
  type Airing,
  type OutreachSetting,
  type Published,
  type Recording,
} from '#src/modules/outreach/index.ts'
import { local, sayDate, sayTime, today, zone } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { sayClock } from '../../say-hours.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { Notice, Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { PriorityTag } from './bulletin-tags.tsx'

/** The announcer's day: what to read, at what time, and one press to say that it was read. */
export async function showAiring(c: Context<Env>) {
  const { ctx, session, w, house } = c.var
  const words = w.bulletins.airing
  const date = today(ctx.now)
  const midnight = new Date(date.toZonedDateTime(zone).epochMilliseconds)
  const [{ toAir, heldBack }, airings, setting, hasVoice] = await Promise.all([
    listToAir(ctx),
    listAirings(ctx, { since: midnight }),
    readSetting(ctx),
    house.speech?.ready() ?? false,
  ])
  const recordings = await Promise.all(
    toAir.map((it) => findRecording(ctx, { bulletinId: it.id, version: it.number })),
  )
  return render(
    c,
    <DeskPage title={words.title} session={session} door="bulletins" here={here(c)} narrow>
      <Done said={readDone(c, w.bulletins.done)} />
      <h1>{words.title}</h1>
      <p>
        <a href={to(c, paths.bulletins())}>{words.allBulletins}</a>
      </p>
      {heldBack.map((it) => (
        <Notice tone="hot" title={words.heldBack}>
          <p>
            <a href={to(c, paths.bulletin(it.id))}>
              <Vietnamese text={it.titleVi} />
            </a>
            . {w.news.since[it.since!.state]}. {words.heldBackHint}
          </p>
        </Notice>
      ))}
      {toAir.length === 0 && (
        <Notice tone="sun" title={words.none}>
          <p>{words.noneHint}</p>
        </Notice>
      )}
      {toAir.map((it, i) => (
        <ToAir
          bulletin={it}
          recording={recordings[i] ?? null}
          airings={airings.filter((airing) => airing.bulletinId === it.id)}
          setting={setting}
          hasVoice={hasVoice}
          now={ctx.now}
        />
      ))}
    </DeskPage>,
  )
}

type Props = {
  bulletin: Published
  recording: Recording | null
  airings: Airing[]
  setting: OutreachSetting
  hasVoice: boolean
  now: Date
}

function ToAir({ bulletin, recording, airings, setting, hasVoice, now }: Props) {
  const { lang, w, to } = useView()
  const { speaker, sheet, airing: words } = w.bulletins
  const { from, to: until, times, repeats } = bulletin.air
  return (
    <section class="part">
      <h2>
        <a href={to(paths.bulletin(bulletin.id))}>
          <Vietnamese text={bulletin.titleVi} />
        </a>{' '}
        <PriorityTag version={bulletin} />
      </h2>
      <p>
        {[
          sheet.span({ from: sayDate(lang, from), to: sayDate(lang, until) }),
          times.map((it) => sayClock(lang, it)).join(', '),
          sheet.repeats({ count: repeats }),
        ]
          .filter(Boolean)
          .join('; ')}
        .
      </p>
      <p>
        <a href={to(paths.bulletinDo(bulletin.id, 'loa'))}>{speaker.sheet}</a>
      </p>
      {(recording || hasVoice) && (
        <>
          <p class="hint">
            {recording ? speaker.own : speaker.voice({ voice: w.outreach.voices[setting.voice] })}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- its words are on the sheet */}
          <audio
            controls
            preload="none"
            src={to(paths.bulletinSound(bulletin.id, bulletin.number, 'mp3'))}
            aria-label={`${speaker.listen}: ${bulletin.titleVi}`}
          ></audio>
        </>
      )}
      <ul class="tasks">
        {isNewsUrgent(bulletin, now) && airings.length === 0 && (
          <li>
            <b>{words.atOnce}</b>
            <SayDone
              bulletin={bulletin}
              date={today(now)}
              time={local(now).toPlainTime().toString({ smallestUnit: 'minute' })}
            />
          </li>
        )}
        {bulletin.air.times.map((time) => (
          <Turn bulletin={bulletin} time={time} airings={airings} now={now} />
        ))}
        {airings.map((it) => (
          <li>
            <span>
              {words.logged({
                what: it.aired ? speaker.aired : speaker.notAired,
                over: it.hamlet ?? speaker.everywhere,
                time: sayTime(lang, local(it.at)),
              })}
              {it.reason && (
                <>
                  {'. '}
                  <Vietnamese text={it.reason} />
                </>
              )}
            </span>
            <Tag tone={it.aired ? 'leaf' : 'hot'}>
              {it.aired ? speaker.aired : speaker.notAired}
            </Tag>
          </li>
        ))}
      </ul>
      <p>
        <a href={to(paths.bulletinDo(bulletin.id, 'phat'))}>{words.other}</a>
      </p>
    </section>
  )
}

/** Not again on the days after, when its times say enough. */
function isNewsUrgent({ priority, approvedAt }: Published, now: Date): boolean {
  return priority === 'urgent' && now.getTime() - approvedAt.getTime() < 12 * 3_600_000
}

/** One of the day's times: still to come, or to be said done. It goes once something was logged for it. */
function Turn({
  bulletin,
  time,
  airings,
  now,
}: Omit<Props, 'setting' | 'hasVoice' | 'recording'> & { time: string }) {
  const { lang, w } = useView()
  const words = w.bulletins.airing
  const at = today(now).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
  // Nobody could have read it before it was approved.
  if (at < bulletin.approvedAt.getTime()) return null
  if (airings.some((it) => Math.abs(it.at.getTime() - at) < 3_600_000)) return null
  return (
    <li>
      <span>{words.planned({ time: sayClock(lang, time) })}</span>
      {at > now.getTime() ? (
        <Tag tone="plain">{words.notYet}</Tag>
      ) : (
        <SayDone bulletin={bulletin} date={today(now)} time={time} />
      )}
    </li>
  )
}

type DoneProps = { bulletin: Published; date: Temporal.PlainDate; time: string }

function SayDone({ bulletin, date, time }: DoneProps) {
  const { w, to } = useView()
  return (
    <form method="post" action={to(paths.bulletinDo(bulletin.id, 'phat'))}>
      <input type="hidden" name="clientKey" value={randomUUID()} />
      <input type="hidden" name="aired" value="yes" />
      <input type="hidden" name="date" value={date.toString()} />
      <input type="hidden" name="time" value={time} />
      <input type="hidden" name="from" value="day" />
      <button class="button">{w.bulletins.airing.done}</button>
    </form>
  )
}
