import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { render, to } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'

/** What an administrator can set, each with what it is for. */
export function showAdmin(c: Context<Env>) {
  const { session, w } = c.var
  const { home } = w.admin
  const doors = [
    [paths.adminOffice(), home.office, home.officeHint],
    [paths.adminOfficers(), home.officers, home.officersHint],
    [paths.adminCalendar(), home.calendar, home.calendarHint],
    [paths.adminAudit(), home.audit, home.auditHint],
  ] as const
  return render(
    c,
    <DeskPage title={home.title} session={session} door="admin" narrow here={paths.admin()}>
      <h1>{home.title}</h1>
      <ul class="paths">
        {doors.map(([href, name, hint]) => (
          <li>
            <a href={to(c, href)}>{name}</a>
            <span>{hint}</span>
          </li>
        ))}
      </ul>
    </DeskPage>,
  )
}
