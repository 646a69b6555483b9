import type { Child } from 'hono/jsx'
import type { Right } from '#src/base/ctx.ts'
import type { Session } from '#src/modules/identity/index.ts'
import { firstDoor } from '../first-door.ts'
import { paths } from '../paths.ts'
import { useView, viewIn } from '../view.ts'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'

/** The doors of the officers' side, in the order of a working day. */
const doors: {
  key:
    | 'desk'
    | 'line'
    | 'bookings'
    | 'requests'
    | 'certification'
    | 'days'
    | 'bulletins'
    | 'procedures'
    | 'reports'
    | 'chief'
    | 'admin'
  href: string
  right: Right
}[] = [
  { key: 'desk', href: paths.desk(), right: 'requests.work' },
  { key: 'line', href: paths.deskLine(), right: 'queue.run' },
  { key: 'bookings', href: paths.deskBookings(), right: 'queue.run' },
  { key: 'requests', href: paths.requests(), right: 'requests.read' },
  { key: 'certification', href: paths.copies(), right: 'certification.work' },
  { key: 'days', href: paths.deskDays(), right: 'service_days.plan' },
  { key: 'bulletins', href: paths.bulletins(), right: 'outreach.write' },
  { key: 'procedures', href: paths.deskProcedures(), right: 'requests.read' },
  { key: 'reports', href: paths.reports(), right: 'reports.read' },
  { key: 'chief', href: paths.chief(), right: 'ratings.answer' },
  { key: 'admin', href: paths.admin(), right: 'offices.edit' },
]

export type Door = (typeof doors)[number]['key']

type Props = {
  title: string
  session: Session
  /** Which door of the navigation this page lies behind. */
  door?: Door | undefined
  /** The address of this page without its language, to offer the other one; for pages read by GET. */
  here?: string | undefined
  islands?: string[] | undefined
  narrow?: boolean
  back?: { href: string; label: string } | undefined
  children?: Child
}

/** An officer's page: the office and who is signed in, the doors below them in one row, then the work. */
export function DeskPage(props: Props) {
  const { title, session, door, here, islands, narrow, back, children } = props
  const { lang, w, to } = useView()
  const { officer } = session
  return (
    <Document title={title} surface="desk" islands={islands}>
      <header class="mast">
        <a class="home" href={to(firstDoor(officer.rights))}>
          <Mark />
          <span class="who">
            <b>Tại chỗ</b>
            <span>{session.office.name[lang]}</span>
          </span>
        </a>
        <div class="account">
          <a href={to(paths.account())}>{officer.fullName}</a>
          {here !== undefined && (
            <a
              href={viewIn(lang === 'vi' ? 'en' : 'vi').to(here)}
              lang={lang === 'vi' ? 'en' : 'vi'}
            >
              {w.site.otherLanguage}
            </a>
          )}
          <form method="post" action={to(paths.signOut())}>
            <button class="link-button">{w.site.doors.signOut}</button>
          </form>
        </div>
        <nav aria-label={w.site.doors.label}>
          {doors
            .filter((it) => officer.rights.includes(it.right))
            .map((it) => (
              <a href={to(it.href)} aria-current={it.key === door ? 'page' : undefined}>
                {w.site.doors[it.key]}
              </a>
            ))}
        </nav>
      </header>
      {session.office.isDemo && <aside class="demo">{w.site.demo}</aside>}
      <main id="noi-dung" tabindex={-1} class={narrow ? 'narrow' : undefined}>
        {back && (
          <a class="back" href={to(back.href)}>
            ← {back.label}
          </a>
        )}
        {children}
      </main>
    </Document>
  )
}
