import {
  approvedOf,
  latestOf,
  type Airing,
  type Bulletin,
  type OutreachSetting,
  type Recording,
} from '#src/modules/outreach/index.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Notice, Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import type { Names } from './say-who.ts'

type Props = {
  bulletin: Bulletin
  setting: OutreachSetting
  recording: Recording | null
  airings: Airing[]
  names: Names
  hasVoice: boolean
  writes: boolean
}

/** How it is heard: the sheet to read from, the sound, and the log of airings. */
export function SpeakerSection(props: Props) {
  const { bulletin, airings, names, writes } = props
  const { lang, w, to } = useView()
  const words = w.bulletins.speaker
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        <a href={to(paths.bulletinDo(bulletin.id, 'loa'))}>{words.sheet}</a>
      </p>
      <Sound {...props} />
      <h3>{words.log}</h3>
      {airings.length === 0 && <p>{words.noLog}</p>}
      <ul class="tasks">
        {airings.map((it) => (
          <li>
            <span>
              {it.hamlet === null ? words.everywhere : <Vietnamese text={it.hamlet} />}
              {', '}
              {sayInstant(lang, it.at)}
              <br />
              <span class="hint">
                {names(it.by)}, {words.version({ number: it.version })}
                {it.reason && (
                  <>
                    {': '}
                    <Vietnamese text={it.reason} />
                  </>
                )}
              </span>
            </span>
            {it.aired ? <Tag>{words.aired}</Tag> : <Tag tone="hot">{words.notAired}</Tag>}
          </li>
        ))}
      </ul>
      {writes && approvedOf(bulletin) && (
        <p>
          <a href={to(paths.bulletinDo(bulletin.id, 'phat'))}>{words.logDo}</a>
        </p>
      )}
    </section>
  )
}

function Sound({ bulletin, setting, recording, hasVoice, writes }: Props) {
  const { w, to } = useView()
  const words = w.bulletins.speaker
  const { number } = latestOf(bulletin)
  const sound = (format: 'mp3' | 'wav') => to(paths.bulletinSound(bulletin.id, number, format))
  return (
    <>
      {recording || hasVoice ? (
        <>
          <p class="hint">
            {recording ? words.own : words.voice({ voice: w.outreach.voices[setting.voice] })}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- its words stand above */}
          <audio controls preload="none" src={sound('mp3')} aria-label={words.listen}></audio>
          <p class="small-forms">
            {recording ? (
              <a href={sound('mp3')} download="">
                {words.own}
              </a>
            ) : (
              (['mp3', 'wav'] as const).map((format) => (
                <a href={sound(format)} download="">
                  {words.download[format]}
                </a>
              ))
            )}
          </p>
        </>
      ) : (
        <Notice tone="sun" title={words.noVoice}>
          <p>{words.noVoiceHint}</p>
        </Notice>
      )}
      {writes && !bulletin.withdrawn && (
        <details>
          <summary>{words.upload}</summary>
          <form
            method="post"
            enctype="multipart/form-data"
            action={to(paths.bulletinDo(bulletin.id, 'thu-am'))}
          >
            <input type="hidden" name="version" value={String(number)} />
            <div class="field">
              <label for="o-recording">{words.file}</label>
              <input
                id="o-recording"
                type="file"
                name="recording"
                accept="audio/mpeg,audio/wav,.mp3,.wav"
              />
            </div>
            <button class="button quiet">{words.send}</button>
          </form>
          {recording && (
            <form method="post" action={to(paths.bulletinDo(bulletin.id, 'bo-thu-am'))}>
              <input type="hidden" name="version" value={String(number)} />
              <button class="link-button">{words.removeRecording}</button>
            </form>
          )}
        </details>
      )}
    </>
  )
}
