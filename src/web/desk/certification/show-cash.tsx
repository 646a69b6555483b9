import type { Context } from 'hono'
import { readCashDay } from '#src/modules/certification/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { sayDate, sayMoney, sayNumber, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Field } from '../../ui/field.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { doorOf } from './door-of.ts'

type CashDay = Awaited<ReturnType<typeof readCashDay>>

/** What was taken on a day, by officer, kind and way; the sheet goes to the treasurer. */
export async function showCash(c: Context<Env>) {
  const { ctx, session, w, lang } = c.var
  const on = readAsked(c.req.query('ngay')) ?? today(ctx.now)
  const cash = await readCashDay(ctx, { on })
  const names = await readOfficerNames(ctx, [...new Set(cash.rows.map((it) => it.officerId))])
  const words = w.deskCertification.cash
  return render(
    c,
    <DeskPage
      title={words.of({ date: sayDate(lang, on) })}
      session={session}
      door={doorOf(session)}
      here={paths.copyCash(on.toString())}
      narrow
      back={{ href: paths.copies(), label: w.deskCertification.queue.title }}
    >
      <h1>{words.of({ date: sayDate(lang, on) })}</h1>
      <form class="toolbar noprint" method="get" action={to(c, paths.copyCash())}>
        <Field
          name="ngay"
          type="date"
          label={words.day}
          filled={blank}
          initial={on.toString()}
          width="mid"
        />
        <button class="button quiet">{words.show}</button>
      </form>
      {cash.rows.length === 0 ? (
        <p class="quiet-text">{words.none}</p>
      ) : (
        <CashTable
          cash={cash}
          names={new Map([...names].map(([id, it]) => [id, it.fullName]))}
          label={words.of({ date: sayDate(lang, on) })}
        />
      )}
    </DeskPage>,
  )
}

function readAsked(typed: string | undefined): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed ?? '')) return null
  try {
    return Temporal.PlainDate.from(typed!, { overflow: 'reject' })
  } catch {
    return null
  }
}

type Props = { cash: CashDay; names: ReadonlyMap<string, string>; label: string }

function CashTable({ cash, names, label }: Props) {
  const { lang, w } = useView()
  const words = w.deskCertification
  return (
    <>
      <TableWrap label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.cash.columns.by}</th>
              <th scope="col">{words.copy.medium}</th>
              <th scope="col">{words.cash.columns.way}</th>
              <th scope="col" class="number">
                {words.cash.columns.count}
              </th>
              <th scope="col" class="number">
                {words.cash.columns.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {cash.rows.map((row) => (
              <tr>
                <th scope="row">
                  <Vietnamese text={names.get(row.officerId) ?? ''} />
                </th>
                <td>{w.certification.media[row.medium]}</td>
                <td>{words.copy.ways[row.way]}</td>
                <td class="number">{sayNumber(lang, row.count)}</td>
                <td class="number">{sayNumber('vi', row.amountVnd)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan={4}>
                {words.cash.total}
              </th>
              <td class="number">{sayMoney(cash.totalVnd)}</td>
            </tr>
            <tr>
              <th scope="row" colspan={4}>
                {words.cash.inCash}
              </th>
              <td class="number">{sayMoney(cash.cashVnd)}</td>
            </tr>
          </tfoot>
        </table>
      </TableWrap>
      <div class="signatures onlyprint">
        <p>{words.cash.taker}</p>
        <p>{words.cash.treasurer}</p>
      </div>
    </>
  )
}
