import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { asset, publicStyle } from '../assets.ts'
import { useView } from '../view.ts'
import { markIcon } from './mark.tsx'

export type DocumentProps = {
  title: string
  surface: 'public' | 'desk' | 'board' | 'kiosk' | 'sheet'
  /** One sentence for search engines and shared links. */
  description?: string | undefined
  /** Built islands that this page invites, such as `person-qr.js`. */
  islands?: string[] | undefined
  /** Where nobody can press anything and script may be off: `20` loads anew after so many seconds. */
  reloadWithoutScript?: string | undefined
  /** Shown in a frame of another site: its links open outside it. */
  linksLeave?: boolean
  children?: Child
}

/** Citizens' pages carry their style inside. */
const sheets = {
  desk: ['public.css', 'desk.css'],
  board: ['board.css'],
  kiosk: ['public.css', 'kiosk.css'],
  sheet: ['public.css', 'sheet.css'],
}

/** The whole page as sent: head, skip link, then what the surface puts inside. */
export function Document(props: DocumentProps) {
  const { lang, w } = useView()
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`${props.title} · Tại chỗ`}</title>
        {props.description && <meta name="description" content={props.description} />}
        <meta name="theme-color" content="#0b6b4f" />
        <link rel="icon" href={markIcon} />
        {props.surface === 'public' ? (
          <style>{raw(publicStyle)}</style>
        ) : (
          sheets[props.surface].map((name) => <link rel="stylesheet" href={asset(name)} />)
        )}
        {props.linksLeave && <base target="_blank" />}
        {props.reloadWithoutScript !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={props.reloadWithoutScript} />
          </noscript>
        )}
        {props.islands?.map((name) => (
          <script type="module" src={asset(name)}></script>
        ))}
      </head>
      <body class={props.surface}>
        <a class="skip" href="#noi-dung">
          {w.site.skip}
        </a>
        {props.children}
      </body>
    </html>
  )
}
