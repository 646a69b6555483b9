import type { Context } from 'hono'
import { readAccountHealth } from '#src/modules/deliveries/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { render, to } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { Tag } from '../ui/pieces.tsx'
import { whatIsMissing } from './what-is-missing.ts'

/** What an administrator can set, each with what it is for. */
export async function showAdmin(c: Context<Env>) {
  const { ctx, session, w, house } = c.var
  const inTrouble = (await readAccountHealth(ctx)).length
  const { home, venues, hamlets, neighbours, distances, officers, hours, audit } = w.admin
  const { publicUrl, demoSignIns } = house
  const missing = await whatIsMissing(ctx, { publicUrl, isDemo: demoSignIns !== undefined })
  const groups = [
    {
      title: home.place,
      doors: [
        [paths.adminOffice(), w.admin.office.title, home.officeHint],
        [paths.adminVenues(), venues.title, home.venuesHint],
        [paths.adminHamlets(), hamlets.title, home.hamletsHint],
        [
          paths.adminBusinesses(),
          w.deskReach.register.businesses,
          w.deskReach.register.businessesHint,
        ],
        [paths.adminNeighbours(), neighbours.title, home.neighboursHint],
        [paths.adminDistances(), distances.title, home.distancesHint],
        [paths.deskProcedures(), home.fees, home.feesHint],
      ],
    },
    {
      title: home.time,
      doors: [
        [paths.adminCalendar(), home.calendar, home.calendarHint],
        [paths.adminHours(), hours.title, home.hoursHint],
        [paths.adminLine(), w.lineRules.title, w.lineRules.hint],
        [paths.devices(), w.kiosk.devices.title, w.kiosk.devices.hint],
      ],
    },
    {
      title: home.people,
      doors: [
        [paths.adminOfficers(), officers.title, home.officersHint],
        [paths.adminCopies(), w.deskCertification.admin.title, w.deskCertification.admin.hint],
        [paths.adminSigning(), w.signingPages.title, w.signingPages.hint],
        [paths.adminPapers(), w.papers.keeping.title, w.papers.keeping.hint],
        [paths.adminChannels(), w.channels.admin.title, w.channels.admin.hint],
        [paths.adminTexts(), w.consent.texts.title, w.consent.texts.hint],
        [paths.adminAudit(), audit.title, home.auditHint],
      ],
    },
  ] as const
  return render(
    c,
    <DeskPage title={home.title} session={session} door="admin" narrow here={paths.admin()}>
      <h1>{home.title}</h1>
      {missing.length > 0 && (
        <section class="notice sun">
          <h2>{home.missing.title}</h2>
          <ul>
            {missing.map(({ what, href }) => (
              <li>
                {href === null ? (
                  home.missing.list[what]
                ) : (
                  <a href={to(c, href)}>{home.missing.list[what]}</a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(({ title, doors }) => (
        <section>
          <h2>{title}</h2>
          <ul class="paths">
            {doors.map(([href, name, hint]) => (
              <li>
                <a href={to(c, href)}>{name}</a>
                {href === paths.adminChannels() && inTrouble > 0 && (
                  <Tag tone="hot">{w.channels.stuck.homeChannels({ count: inTrouble })}</Tag>
                )}
                <span>{hint}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DeskPage>,
  )
}
