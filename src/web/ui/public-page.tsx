import type { Child } from 'hono/jsx'
import type { Office } from '#src/modules/offices/index.ts'
import { paths } from '../paths.ts'
import { useView, viewIn } from '../view.ts'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'

type Props = {
  title: string
  office?: Office | undefined
  /** The address of this page without its language, to offer the other one. */
  here?: string | undefined
  description?: string | undefined
  /** Built islands that this page invites; it works without them. */
  islands?: string[] | undefined
  /** Shows anew where script is off: after so many seconds. */
  reloadWithoutScript?: string | undefined
  /** Where the way back leads, and what that page is called. */
  back?: { href: string; label: string } | undefined
  children?: Child
}

/** A citizen's page: the office's name above, one thing in the middle, a human at the end. */
export function PublicPage(props: Props) {
  const { title, office, here, description, back, children } = props
  const { lang, w, to } = useView()
  const other = lang === 'vi' ? 'en' : 'vi'
  return (
    <Document
      title={title}
      surface="public"
      description={description}
      islands={props.islands}
      reloadWithoutScript={props.reloadWithoutScript}
    >
      <header class="mast">
        <a class="home" href={to(office ? paths.home(office.slug) : paths.root())}>
          <Mark />
          <span class="who">
            <b>Tại chỗ</b>
            <span>{office ? office.name[lang] : w.site.tagline}</span>
          </span>
        </a>
        <nav aria-label={w.site.language}>
          {here !== undefined && (
            <a href={viewIn(other).to(here)} lang={other} hreflang={other}>
              {w.site.otherLanguage}
            </a>
          )}
        </nav>
      </header>
      {office?.isDemo && <aside class="demo">{w.site.demo}</aside>}
      <main id="noi-dung" tabindex={-1}>
        {back && (
          <a class="back" href={to(back.href)}>
            ← {back.label}
          </a>
        )}
        {children}
      </main>
      <PublicFooter office={office} />
    </Document>
  )
}

function PublicFooter({ office }: { office: Office | undefined }) {
  const { w, to } = useView()
  if (!office)
    return (
      <footer>
        <p>{w.site.neverAsk}</p>
      </footer>
    )
  return (
    <footer>
      <p>
        {office.phone && (
          <>
            {w.site.callUs} <a href={`tel:${office.phone}`}>{office.phone}</a>.{' '}
          </>
        )}
        {w.site.neverAsk}
      </p>
      <p class="links">
        <a href={to(paths.days(office.slug))}>{w.site.nav.days}</a>
        <a href={to(paths.book(office.slug))}>{w.bookingPages.book}</a>
        <a href={to(paths.news(office.slug))}>{w.site.nav.news}</a>
        <a href={to(paths.procedures(office.slug))}>{w.site.nav.procedures}</a>
        <a href={to(paths.track(office.slug))}>{w.site.nav.track}</a>
        <a href={to(paths.verify(office.slug))}>{w.verifyPages.nav}</a>
        <a href={to(paths.figures(office.slug))}>{w.site.nav.figures}</a>
        <a href={to(paths.privacy(office.slug))}>{w.site.nav.privacy}</a>
        <a href={to(paths.signIn())}>{w.site.nav.signIn}</a>
      </p>
    </footer>
  )
}
