import {
  approvedOf,
  channels,
  latestOf,
  type Bulletin,
  type TextCheck,
  type Warning,
} from '#src/modules/outreach/index.ts'
import type { Words } from '#src/words/index.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { Paragraphs } from './bulletin-tags.tsx'

type Props = { bulletin: Bulletin; check: TextCheck }

/** The newest wording with what is said otherwise on the loudspeaker or one channel, and what its writer should think over. */
export function BulletinWords({ bulletin, check }: Props) {
  const { w } = useView()
  const words = w.bulletins.one
  const latest = latestOf(bulletin)
  const stands = approvedOf(bulletin)
  return (
    <>
      {bulletin.withdrawn && (
        <Notice tone="hot" title={words.withdrawn}>
          <p lang="vi">{bulletin.withdrawn.reason}</p>
        </Notice>
      )}
      {latest.returnReason !== null && (
        <Notice tone="hot" title={words.returned}>
          <p lang="vi">{latest.returnReason}</p>
        </Notice>
      )}
      {stands && stands.number !== latest.number && (
        <Notice tone="sun">
          <p>{words.newer({ number: stands.number })}</p>
        </Notice>
      )}
      <div class="bulletin" lang="vi">
        <Paragraphs text={latest.bodyVi} />
      </div>
      <details>
        <summary>{words.english}</summary>
        {latest.titleEn === '' ? (
          <p>{words.noEnglish}</p>
        ) : (
          <div class="bulletin" lang="en">
            <p>
              <b>{latest.titleEn}</b>
            </p>
            <Paragraphs text={latest.bodyEn} />
          </div>
        )}
      </details>
      <OwnWords name={words.script} text={latest.script} />
      {channels.map((it) => (
        <OwnWords
          name={words.onChannel({ channel: w.outreach.channels[it] })}
          text={latest.channelTexts[it]}
        />
      ))}
      <h2>{words.check}</h2>
      <ul>
        {check.warnings.map((it) => (
          <li>{sayWarning(w, it)}</li>
        ))}
        {check.warnings.length === 0 && <li>{words.fine}</li>}
        <li>{words.seconds({ seconds: check.seconds })}</li>
        {check.warnings.every((it) => it.warn !== 'sms_costly') && <li>{words.sms(check.sms)}</li>}
      </ul>
    </>
  )
}

/** Words that an officer chose instead: they go out as they stand, so whoever approves reads them here. */
function OwnWords({ name, text }: { name: string; text: string | null | undefined }) {
  if (!text) return null
  return (
    <section>
      <h3>{name}</h3>
      <div class="bulletin" lang="vi">
        <Paragraphs text={text} />
      </div>
    </section>
  )
}

function sayWarning(w: Words, it: Warning): string {
  const said = w.bulletins.warnings
  if (it.warn === 'english_missing') return said.english_missing
  // Each is worded with what it found.
  const say = said[it.warn] as (found: Warning) => string
  return say(it)
}
