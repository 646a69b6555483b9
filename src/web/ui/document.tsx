import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { asset, publicStyle } from '../assets.ts'
import { useView } from '../view.ts'
import { markIcon } from './mark.tsx'

export type DocumentProps = {
  title: string
  surface: 'public' | 'desk'
  /** One sentence for search engines and shared links. */
  description?: string | undefined
  /** Built islands that this page invites, such as `person-qr.js`. */
  islands?: string[] | undefined
  children?: Child
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
          <>
            <link rel="stylesheet" href={asset('public.css')} />
            <link rel="stylesheet" href={asset('desk.css')} />
          </>
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
