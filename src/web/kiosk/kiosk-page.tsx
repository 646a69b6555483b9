import type { Child } from 'hono/jsx'
import type { Office } from '#src/modules/offices/index.ts'
import { asset } from '../assets.ts'
import { paths } from '../paths.ts'
import type { Sentence } from '../speech/clips.ts'
import { Document } from '../ui/document.tsx'
import { Mark } from '../ui/mark.tsx'
import { useView, viewIn } from '../view.ts'

type Props = {
  title: string
  office: Office
  /** The kiosk's own token, from its address. */
  token: string
  /** What the voice says here. */
  says: Sentence
  /** The address of this page without its language, to offer the other one. */
  here: string
  /** Away from the start page the machine goes back to it when nobody touches it so long. */
  idleSeconds?: number
  /** The start page: looks again by itself, and has no way back. */
  start?: boolean
  children?: Child
}

/**
 * One screen of the ticket machine. The island `kiosk-screen` fetches the next screen instead of
 * leaving this one, so that a server that is gone never leaves a browser's error page standing there.
 */
export function KioskPage(props: Props) {
  const { lang, w, to } = useView()
  const { title, office, token, start = false, idleSeconds = 45 } = props
  const first = to(paths.kiosk(token))
  const other = lang === 'vi' ? 'en' : 'vi'
  return (
    <Document
      title={title}
      surface="kiosk"
      islands={['kiosk-screen.js']}
      reloadWithoutScript={start ? '30' : `${idleSeconds};url=${first}`}
    >
      <kiosk-screen data-start={first} data-idle={start ? undefined : String(idleSeconds)}>
        <header class="kiosk-head">
          <Mark />
          <b>{office.name[lang]}</b>
          <p class="kiosk-tools">
            <button
              type="button"
              class="kiosk-quiet"
              data-say={asset(`speech-${props.says}.mp3`)}
              hidden
            >
              {w.kiosk.listen}
            </button>
            <a
              class="kiosk-quiet"
              href={viewIn(other).to(props.here)}
              lang={other}
              hreflang={other}
            >
              {w.site.otherLanguage}
            </a>
          </p>
        </header>
        <main id="noi-dung" tabindex={-1}>
          {props.children}
        </main>
        {!start && (
          <nav class="kiosk-back" aria-label={w.kiosk.back}>
            <a class="kiosk-quiet" href={first}>
              ← {w.kiosk.back}
            </a>
          </nav>
        )}
        <p class="kiosk-wait" data-wait role="status" hidden>
          {w.kiosk.wait}
        </p>
        <div class="kiosk-cut" data-cut role="alert" hidden>
          <b>{w.kiosk.cut}</b>
          <span>{w.kiosk.cutHint}</span>
        </div>
      </kiosk-screen>
    </Document>
  )
}
