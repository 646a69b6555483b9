import type { Office } from '#src/modules/offices/index.ts'
import type { Report } from '#src/modules/reports/index.ts'
import { useView } from '../../view.ts'
import { ArticleTable } from './article-table.tsx'
import { BigFigures } from './big-figures.tsx'
import { CopiesShown } from './copies-shown.tsx'
import { CrossShown } from './cross-shown.tsx'
import { GroupBars } from './group-bars.tsx'
import { HomesTable } from './homes-table.tsx'
import { MonthColumns } from './month-columns.tsx'
import { QualityTable } from './quality-table.tsx'
import { RatingsShown } from './ratings-shown.tsx'
import { SavedExplained } from './saved-explained.tsx'
import { ServiceDaysTable } from './service-days-table.tsx'
import { SummaryTable } from './summary-table.tsx'
import { Unfinished } from './unfinished.tsx'

/** The whole report in the order in which it is read out: figures, charts, then the tables. */
export function ReportShown({ report, office }: { report: Report; office: Office }) {
  const { report: words } = useView().w.deskReports
  return (
    <div class="report">
      <BigFigures report={report} />
      <MonthColumns months={report.months} />
      <div class="grid-2">
        <GroupBars title={words.byProcedure} groups={report.procedures} />
        <GroupBars title={words.byAuthority} groups={report.authorities} />
        <GroupBars title={words.byHome} groups={report.homeKinds} />
        <GroupBars title={words.byComing} groups={report.coming} />
        <GroupBars title={words.byOutcome} groups={report.outcomes} />
        <GroupBars title={words.byHearing} groups={report.heard} />
      </div>
      <CrossShown cross={report.cross} />
      <ArticleTable rows={report.rows} total={report.total.requests} />
      <QualityTable report={report} />
      <HomesTable homes={report.homes} />
      <ServiceDaysTable report={report} />
      <Unfinished report={report} />
      <SummaryTable summary={report.summary} />
      <CopiesShown report={report} />
      <RatingsShown report={report} />
      <SavedExplained office={office} />
    </div>
  )
}
