import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import type { LineFigures, LineNeed, Share } from '#src/modules/reports/index.ts'
import type { Lang } from '#src/words/index.ts'
import { sayDate, sayNumber } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { shorten } from '../../shorten.ts'
import { Bars, Figures } from '../../ui/pieces.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { sayPercent } from '../reports/big-figures.tsx'
import { LineTable } from './line-table.tsx'
import { saySeconds } from './say-seconds.ts'

type Props = { figures: LineFigures; procedures: ProcedureItem[] }

/** The figures in the order in which they are read out: the period, charts by hour and need, tables. */
export function LineShown({ figures, procedures }: Props) {
  const { lang, w, to } = useView()
  const words = w.lineFigures
  const { total, byBooking, hours, needs, days, months } = figures
  const measured = needs.filter((it) => it.service.median !== null)
  const waited = hours.filter((it) => it.waited.median !== null)
  return (
    <div class="report">
      <Figures
        rows={[
          [words.big.visits, sayNumber(lang, total.visits)],
          [words.big.waited, saySeconds(w, total.waited.median)],
          [words.big.ninetieth, saySeconds(w, total.waited.ninetieth)],
          [words.big.service, saySeconds(w, total.service.median)],
          [words.big.noShows, sayShare(lang, total.noShows) ?? '–'],
          [words.big.left, sayShare(lang, total.leftWithoutService) ?? '–'],
        ]}
      />
      <div class="grid-2">
        <section>
          <h2>{words.waitsByHour}</h2>
          <p class="hint">{words.halfWithin}</p>
          <Bars
            label={words.waitsByHour}
            rows={waited.map((it) => ({
              name: words.hour({ hour: it.hour }),
              value: it.waited.median!,
              said: saySeconds(w, it.waited.median),
            }))}
          />
        </section>
        <section>
          <h2>{words.visitsByHour}</h2>
          <Bars
            label={words.visitsByHour}
            rows={hours.map((it) => ({
              name: words.hour({ hour: it.hour }),
              value: it.visits,
              said: sayNumber(lang, it.visits),
            }))}
          />
        </section>
      </div>
      <section>
        <h2>{words.serviceByNeed}</h2>
        <p class="hint">
          {words.halfWithin} {words.needsHint}
        </p>
        <Bars
          label={words.serviceByNeed}
          rows={measured.map((it) => ({
            name: <Need need={it.need} procedures={procedures} />,
            value: it.service.median!,
            said: saySeconds(w, it.service.median),
          }))}
        />
      </section>
      <LineTable
        title={words.booking}
        first={words.columns.how}
        rows={[
          { name: words.booked, counted: byBooking.booked },
          { name: words.walkIn, counted: byBooking.walkIn },
        ]}
      />
      <LineTable
        title={words.byDay}
        first={words.columns.day}
        rows={days.map((it) => ({
          name: (
            <a class="nowrap" href={to(paths.deskDay(it.serviceDayId))}>
              {sayDate(lang, it.date)}
            </a>
          ),
          counted: it,
          bookings: it,
        }))}
        total={{ name: words.all, counted: total, bookings: total }}
      />
      <LineTable
        title={words.byHour}
        first={words.columns.hour}
        rows={hours.map((it) => ({
          name: words.hour({ hour: it.hour }),
          counted: it,
          bookings: it,
        }))}
      />
      <LineTable
        title={words.byNeed}
        first={words.columns.need}
        rows={needs.map((it) => ({
          name: <Need need={it.need} procedures={procedures} />,
          counted: it,
        }))}
      />
      {months.length > 1 && (
        <LineTable
          title={words.byMonth}
          first={words.columns.month}
          rows={months.map((it) => ({ name: it.label[lang], counted: it, bookings: it }))}
        />
      )}
    </div>
  )
}

function Need({ need, procedures }: { need: LineNeed; procedures: ProcedureItem[] }) {
  const { w } = useView()
  if (need.kind !== 'procedure') return <>{w.lineFigures.needs[need.kind]}</>
  const item = procedures.find((it) => it.code === need.code)
  return <Told said={shorten(item?.plainName ?? need.officialName)} />
}

/** `3/12 (25%)`; null when there is nothing to divide by. */
export function sayShare(lang: Lang, share: Share): string | null {
  const percent = sayPercent(lang, share)
  return percent && `${sayNumber(lang, share.count)}/${sayNumber(lang, share.of)} (${percent})`
}
