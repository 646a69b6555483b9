import type { NamedPeriod, Report } from '#src/modules/reports/index.ts'
import { paths } from '../paths.ts'
import { BigFigures } from '../desk/reports/big-figures.tsx'
import { GroupBars } from '../desk/reports/group-bars.tsx'
import { useView } from '../view.ts'

/** How the month goes so far. */
export function MonthFigures({ month, report }: { month: NamedPeriod; report: Report }) {
  const { lang, w, to } = useView()
  const words = w.deskReports
  return (
    <>
      <h2>
        {words.chief.month}: {month.label[lang]}
      </h2>
      {report.total.requests === 0 ? (
        <p>{words.report.empty}.</p>
      ) : (
        <>
          <BigFigures report={report} />
          <GroupBars title={words.report.byProcedure} groups={report.procedures.slice(0, 6)} />
        </>
      )}
      {report.outsideServiceDays > 0 && (
        <p>{words.report.outside({ count: report.outsideServiceDays })}</p>
      )}
      <p>
        <a href={to(`${paths.reports()}?tu=${month.from.toString()}&den=${month.to.toString()}`)}>
          {words.chief.wholeReport}
        </a>
      </p>
    </>
  )
}
