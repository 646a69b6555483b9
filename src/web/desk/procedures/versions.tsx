import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { sayDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { shorten } from '../../shorten.ts'
import { Field } from '../../ui/field.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import type { Neighbours } from './read-neighbours.ts'

type Props = {
  version: ProcedureVersion
  neighbours: Neighbours
  at: Temporal.PlainDate
  /** The address named a day that is none. */
  dayWrong: boolean
}

/** The rules before, now and after, and of any day. */
export function Versions({ version, neighbours, at, dayWrong }: Props) {
  const { w, to } = useView()
  const words = w.deskReports.procedures
  const rows: [string, ProcedureVersion | null, Temporal.PlainDate | null][] = [
    [words.after, neighbours.after, neighbours.after && neighbours.after.validFrom],
    [words.thisVersion, version, null],
    [words.before, neighbours.before, version.validFrom.subtract({ days: 1 })],
  ]
  return (
    <>
      <h2>{words.versions}</h2>
      {rows.map(
        ([label, it, day]) =>
          it && (
            <div class="due">
              <small>{label}</small>
              {day ? (
                <a href={to(`${paths.deskProcedure(it.code)}?ngay=${day.toString()}`)}>
                  <During version={it} />
                </a>
              ) : (
                <b>
                  <During version={it} />
                </b>
              )}
              {it.code !== version.code && (
                <small>
                  {it.code} <Told said={shorten(it.plainName)} />
                </small>
              )}
            </div>
          ),
      )}
      {!neighbours.before && <p class="hint">{words.noBefore}</p>}
      <form action={to(paths.deskProcedure(version.code))}>
        <Field
          name="ngay"
          label={words.day}
          type="date"
          width="short"
          filled={{ values: {}, errors: dayWrong ? { ngay: words.dayWrong } : {} }}
          initial={at.toString()}
        />
        <button class="button quiet">{words.dayShow}</button>
      </form>
    </>
  )
}

function During({ version }: { version: ProcedureVersion }) {
  const { lang, w } = useView()
  const words = w.deskReports.procedures
  const from = sayDay(lang, version.validFrom)
  return (
    <>
      {version.validTo
        ? words.during({ from, to: sayDay(lang, version.validTo.subtract({ days: 1 })) })
        : words.since({ from })}
    </>
  )
}
