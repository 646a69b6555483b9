import type { Context } from 'hono'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import {
  listRequests,
  type RequestFilter,
  type RequestState,
  type RequestSummary,
} from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { sayDay, sayInstant } from '../dates.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field, Select, Checkboxes } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { readDay } from './receive-typed.ts'
import { stageTone } from './request-line.tsx'

const asked = ['tt', 'thu-tuc', 'chu', 'tu', 'den', 'toi'] as const

/** Every request of the office, newest first, by what is asked for in the address. */
export async function showRequests(c: Context<Env>) {
  const { ctx, session, w, lang } = c.var
  const filled = readFilter(c, w)
  const filter = filterOf(filled)
  const after = c.req.query('sau')
  const page =
    Object.keys(filled.errors).length > 0
      ? { items: [], next: null }
      : await listRequests(ctx, { ...filter, ...(after ? { after } : {}) })
  const procedures = await listProcedures(ctx, { popular: true })
  const { list } = w.desk
  return render(
    c,
    <DeskPage title={list.title} session={session} door="requests" here={here(c)}>
      <h1>{list.title}</h1>
      <Filter
        filled={filled}
        action={to(c, paths.requests())}
        procedures={procedures.map((it) => ({
          value: it.code,
          label: shorten(it.plainName, 70)[lang],
        }))}
      />
      {page.items.length === 0 ? (
        <p>{after ? list.noMore : list.none}</p>
      ) : (
        <RequestTable requests={page.items} />
      )}
      {page.next && (
        <p>
          <a class="button quiet" href={to(c, addressOf(filled, page.next))}>
            {list.next}
          </a>
        </p>
      )}
      <p class="freshness">
        {w.desk.asOf({ time: sayInstant(lang, ctx.now) })}{' '}
        <a href={to(c, addressOf(filled))}>{after ? list.fromTheStart : w.desk.reload}</a>
      </p>
    </DeskPage>,
  )
}

/** What was asked in the address; a date that is none is told beside its field. */
function readFilter(c: Context<Env>, w: Words): Filled {
  const values: Filled['values'] = {}
  const errors: Filled['errors'] = {}
  for (const name of asked) {
    const value = c.req
      .query(name === 'toi' ? 'toi[]' : name)
      ?.normalize('NFC')
      .trim()
    if (value) values[name === 'toi' ? 'toi[]' : name] = value
  }
  for (const name of ['tu', 'den'] as const) {
    const value = values[name]
    if (typeof value === 'string' && !readDay(value)) errors[name] = w.desk.list.dateWrong
  }
  return { values, errors }
}

function filterOf({ values }: Filled): RequestFilter {
  const of = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const state = states.find((it) => it === of('tt'))
  const [from, until] = [readDay(of('tu')), readDay(of('den'))]
  return {
    ...(state ? { state } : {}),
    ...(of('thu-tuc') ? { procedureCode: of('thu-tuc') } : {}),
    ...(of('chu') ? { text: of('chu') } : {}),
    ...(of('toi[]') ? { mine: true } : {}),
    ...(from ? { from } : {}),
    ...(until ? { to: until } : {}),
  }
}

const states: readonly RequestState[] = [
  'open',
  'unfiled',
  'filed',
  'awaiting_citizen',
  'overdue',
  'result_waiting',
  'ended',
]

function addressOf({ values }: Filled, after?: string): string {
  const query = new URLSearchParams(
    Object.entries(values).filter((it): it is [string, string] => typeof it[1] === 'string'),
  )
  if (after) query.set('sau', after)
  const said = query.toString()
  return said ? `${paths.requests()}?${said}` : paths.requests()
}

type FilterProps = {
  filled: Filled
  action: string
  procedures: { value: string; label: string }[]
}

function Filter({ filled, action, procedures }: FilterProps) {
  const { w } = useView()
  const { list } = w.desk
  return (
    <form method="get" action={action} class="toolbar" role="search" aria-label={list.filter}>
      <Field name="chu" label={list.text} filled={filled} maxlength={120} spellcheck={false} />
      <Select
        name="tt"
        label={list.state}
        filled={filled}
        empty={list.everyState}
        options={states.map((value) => ({ value, label: w.requests.states[value] }))}
      />
      <Select
        name="thu-tuc"
        label={list.procedure}
        filled={filled}
        empty={list.everyProcedure}
        options={procedures}
      />
      <Field name="tu" label={list.from} type="date" filled={filled} />
      <Field name="den" label={list.until} type="date" filled={filled} />
      <Checkboxes
        name="toi"
        label={list.whose}
        filled={filled}
        options={[{ value: 'co', label: list.mine }]}
      />
      <button class="button">{list.show}</button>
    </form>
  )
}

function RequestTable({ requests }: { requests: RequestSummary[] }) {
  const { lang, w, to } = useView()
  const { list } = w.desk
  return (
    <div class="table-wrap">
      <table class="request-table">
        <thead>
          <tr>
            <th scope="col">{list.columns.code}</th>
            <th scope="col">{list.columns.need}</th>
            <th scope="col">{list.columns.received}</th>
            <th scope="col">{list.columns.stands}</th>
            <th scope="col">{list.columns.due}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((it) => (
            <tr>
              <td class="nowrap">
                <a href={to(paths.request(it.id))}>{it.code}</a>
                {it.externalCode && <small>{it.externalCode}</small>}
              </td>
              <td>
                <b>{it.subjectName}</b>
                <small>
                  <Told said={shorten(it.procedureName, 90)} />
                </small>
                {it.relation !== 'self' && (
                  <small>
                    {w.desk.actsFor({
                      who: it.requesterName,
                      relation: w.catalogue.relations[it.relation].toLowerCase(),
                    })}
                  </small>
                )}
              </td>
              <td class="nowrap">{sayDay(lang, it.receivedOn)}</td>
              <td>
                <Tag tone={stageTone[it.stage]}>{w.requests.stages[it.stage]}</Tag>
                <small>{w.requests.waitingFor[it.waitingFor]}</small>
              </td>
              <td class="nowrap">
                {it.dueOn ? sayDay(lang, it.dueOn) : '–'}
                {it.overdue && (
                  <small class="late">{w.requests.states.overdue.toLowerCase()}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
