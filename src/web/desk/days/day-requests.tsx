import type { RequestSummary, ServiceDayFigures } from '#src/modules/requests/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { sayNumber } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { shorten } from '../../shorten.ts'
import { Figures } from '../../ui/pieces.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told, Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = {
  day: ServiceDay
  figures: ServiceDayFigures
  /** Null for officers who see no request. */
  requests: RequestSummary[] | null
}

/** What came of the day: the figures for everyone, the requests for who works on them. */
export function DayRequests({ day, figures, requests }: Props) {
  const { lang, w } = useView()
  const words = w.deskDays.day
  if (figures.received === 0)
    return day.state === 'open' || day.state === 'closed' ? (
      <>
        <h2>{words.requests}</h2>
        <p>{words.noRequests}</p>
      </>
    ) : null
  return (
    <>
      <h2>{words.requests}</h2>
      <Figures
        rows={[
          [words.figures.received, sayNumber(lang, figures.received)],
          [words.figures.filed, sayNumber(lang, figures.filed)],
          [words.figures.handedOver, sayNumber(lang, figures.handedOver)],
          [words.figures.byProxy, sayNumber(lang, figures.byProxy)],
          [words.figures.trips, sayNumber(lang, figures.tripsSaved)],
        ]}
      />
      {requests && <RequestTable requests={requests} />}
    </>
  )
}

function RequestTable({ requests }: { requests: RequestSummary[] }) {
  const { w, to } = useView()
  const words = w.deskDays.day
  return (
    <TableWrap label={words.requests}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.request.code}</th>
            <th scope="col">{words.request.procedure}</th>
            <th scope="col">{words.request.subject}</th>
            <th scope="col">{words.request.stage}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((it) => (
            <tr>
              <td>
                <a href={to(paths.request(it.id))}>{it.code}</a>
              </td>
              <td>
                <Told said={shorten(it.procedureName)} />
              </td>
              <td>
                <Vietnamese text={it.subjectName} />
              </td>
              <td>{w.requests.stages[it.stage]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}
