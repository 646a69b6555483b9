import { words, type Lang } from '#src/words/index.ts'
import type { Report } from './report.ts'
import type { CellKind, CellValue, Figure, Sheet } from './sheet.ts'

/** The key figures, one a line; where there was nothing to divide by, the cell stays empty. */
export function overviewSheet(report: Report, lang: Lang): Sheet {
  const { sheets, columns, figures } = words[lang].reports
  const { total, waiting, turnaround, ratings, copies } = report
  const { media } = words[lang].certification
  const line = (label: string, kind: CellKind, value: CellValue): [string, Figure] => [
    label,
    { kind, value },
  ]
  return {
    name: sheets.overview,
    columns: [
      { header: columns.figure, kind: 'text', width: 56 },
      { header: columns.value, kind: 'count', width: 18 },
    ],
    rows: [
      line(columns.from, 'date', report.period.from),
      line(columns.to, 'date', report.period.to),
      line(figures.madeOn, 'date', report.madeOn),
      line(figures.requests, 'count', total.requests),
      line(figures.filed, 'count', total.filed),
      line(figures.finished, 'count', total.finished),
      line(figures.onTimeShare, 'share', total.onTime.share),
      line(figures.firstTimeRightShare, 'share', total.firstTimeRight.share),
      line(figures.onlineShare, 'share', total.online.share),
      line(figures.byProxy, 'count', total.byProxy),
      line(figures.vneidHelped, 'count', total.vneidHelped),
      line(figures.extended, 'count', total.extended),
      line(figures.reopened, 'count', total.reopened),
      line(figures.medianDays, 'count', turnaround.medianDays),
      line(figures.ninetiethDays, 'count', turnaround.ninetiethDays),
      line(figures.trips, 'count', total.saved.trips),
      line(figures.km, 'decimal', total.saved.km),
      line(figures.hours, 'decimal', total.saved.hours),
      line(figures.preparing, 'count', waiting.preparing),
      line(figures.withAuthority, 'count', waiting.withAuthority),
      line(figures.withPerson, 'count', waiting.withPerson),
      line(figures.toCollect, 'count', waiting.toCollect),
      line(figures.overdue, 'count', waiting.overdue),
      line(figures.outsideServiceDays, 'count', report.outsideServiceDays),
      line(figures.ratings, 'count', ratings.count),
      line(figures.ratedShare, 'share', report.rated.share),
      line(figures.averageStars, 'decimal', ratings.average),
      line(figures.satisfiedShare, 'share', ratings.satisfied.share),
      line(figures.lowAnsweredShare, 'share', ratings.lowAnswered.share),
      line(figures.ratedOnlineShare, 'share', ratings.filedOnline.share),
      ...copies.flatMap((it) => [
        line(figures.copyNumbers({ medium: media[it.medium] }), 'count', it.numbers),
        line(figures.copyCopies({ medium: media[it.medium] }), 'count', it.copies),
        line(figures.copyFee({ medium: media[it.medium] }), 'count', it.feeVnd),
      ]),
      ...ratings.returns.map((it) =>
        line(figures.returns({ times: it.label[lang] }), 'count', it.count),
      ),
      ...report.heard.map((it) =>
        line(figures.heard({ from: it.label[lang] }), 'count', it.requests),
      ),
    ],
  }
}
