import type { Context } from 'hono'
import { readRules, type Rules } from '#src/modules/queue/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { PublicPage } from '../../ui/public-page.tsx'

/** How the one line is ordered, in plain words, with the figures that this office keeps to. */
export async function showLineRules(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const said = w.bookingPages.rules
  const rules = await readRules(ctx)
  return render(
    c,
    <PublicPage title={said.title} office={office} here={here(c)} description={said.lead}>
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      {sections(w, rules).map(({ title, lines }) => (
        <>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
      <p class="noprint">
        <a class="button" href={to(c, paths.book(office.slug))}>
          {w.bookingPages.book}
        </a>
      </p>
    </PublicPage>,
  )
}

function sections(w: Words, rules: Rules): { title: string; lines: string[] }[] {
  const said = w.bookingPages.rules
  const first =
    rules.priorities.length === 0 || rules.priorityHeadStartMinutes === 0
      ? [said.firstNobody]
      : [
          said.firstHead({
            minutes: rules.priorityHeadStartMinutes,
            who: rules.priorities.map((it) => said.priorities[it]).join(', '),
          }),
          said.say,
        ]
  return [
    {
      title: said.order,
      lines: [
        said.walkIn,
        said.booked({ head: rules.bookedHeadStartMinutes }),
        said.early,
        said.late({ minutes: rules.lateMinutes }),
        ...(rules.walkInPercent > 0 ? [said.share({ percent: rules.walkInPercent })] : []),
      ],
    },
    { title: said.first, lines: first },
    {
      title: said.missed,
      lines: [
        said.missedBack({ places: rules.putBackPlaces }),
        said.missedLeft({ calls: rules.missedCalls }),
        said.rejoin({ minutes: rules.rejoinMinutes }),
      ],
    },
    { title: said.counter, lines: [said.counterSays] },
    {
      title: said.booking,
      lines: [
        said.horizon({ days: rules.horizonDays }),
        said.latest({ minutes: rules.leadMinutes }),
        said.hold({ minutes: rules.holdMinutes }),
        said.perPhone({ count: rules.bookingsPerPhone }),
        said.offer({ minutes: rules.offerMinutes }),
      ],
    },
  ]
}
