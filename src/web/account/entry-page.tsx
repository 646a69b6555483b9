import type { Child } from 'hono/jsx'
import { paths } from '../paths.ts'
import { Document } from '../ui/document.tsx'
import { Mark } from '../ui/mark.tsx'
import { useView, viewIn } from '../view.ts'

type Props = { title: string; here?: string | undefined; children?: Child }

/** The officers' side before it is known who is there. */
export function EntryPage({ title, here, children }: Props) {
  const { lang, w, to } = useView()
  const other = lang === 'vi' ? 'en' : 'vi'
  return (
    <Document title={title} surface="desk">
      <header class="mast">
        <a class="home" href={to(paths.root())}>
          <Mark />
          <span class="who">
            <b>Tại chỗ</b>
            <span>{w.site.tagline}</span>
          </span>
        </a>
        {here !== undefined && (
          <nav aria-label={w.site.language}>
            <a href={viewIn(other).to(here)} lang={other} hreflang={other}>
              {w.site.otherLanguage}
            </a>
          </nav>
        )}
      </header>
      <main id="noi-dung" tabindex={-1} class="entry">
        {children}
      </main>
    </Document>
  )
}
