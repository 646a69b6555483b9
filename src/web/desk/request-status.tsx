import { relations } from '#src/modules/catalogue/index.ts'
import { statuses, type Status } from '#src/modules/requests/index.ts'
import { today } from '../dates.ts'
import { paths } from '../paths.ts'
import { Field, Radios, Select, TextArea } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { Moment, options } from './request-filing.tsx'
import type { RequestView } from './request-view.ts'

/** What may follow now: only the steps that are allowed are offered. */
export function StatusForms(view: RequestView) {
  const { request, mayWork } = view
  if (!mayWork) return null
  const next = request.nextStatuses.filter(
    (it) => it !== statuses.handed_over && it !== statuses.withdrawn,
  )
  return (
    <>
      {request.nextStatuses.includes(statuses.handed_over) && <HandOver {...view} />}
      {next.length > 0 && <ChangeStatus next={next} {...view} />}
      {request.dueOn && !request.resultAt && !request.endedAt && <Extend {...view} />}
      <Note {...view} />
      {mayWithdraw(view) && <Withdraw {...view} />}
    </>
  )
}

function mayWithdraw({ request }: RequestView): boolean {
  if (request.status === null) return request.endedAt === null
  return request.nextStatuses.includes(statuses.withdrawn)
}

function ChangeStatus(props: RequestView & { next: Status[] }) {
  const { request, filled, now, next } = props
  const { w, to } = useView()
  const { status } = w.deskRequest
  return (
    <section id="trang-thai" aria-labelledby="trang-thai-la">
      <h2 id="trang-thai-la">{status.title}</h2>
      {request.status && (
        <p>
          {status.isNow} <b>{w.requests.statuses[request.status]}</b>
        </p>
      )}
      <form method="post" action={to(paths.requestDo(request.id, 'trang-thai'))}>
        <Radios
          name="trang-thai.to"
          label={status.to}
          filled={filled}
          options={next.map((it) => ({ value: String(it), label: w.requests.statuses[it] }))}
        />
        <TextArea
          name="trang-thai.note"
          label={status.note}
          hint={status.noteHint}
          filled={filled}
          rows={2}
          maxlength={1000}
          optional
        />
        <Moment deed="trang-thai" filled={filled} now={now} label={status.at} />
        <button class="button" data-key="Ctrl+Enter">
          {status.save}
          <kbd hidden>Ctrl ↵</kbd>
        </button>
      </form>
    </section>
  )
}

function HandOver({ request, filled, now }: RequestView) {
  const { w, to } = useView()
  const { handOver } = w.deskRequest
  return (
    <section id="trao" aria-labelledby="trao-la">
      <h2 id="trao-la">{handOver.title}</h2>
      <form method="post" action={to(paths.requestDo(request.id, 'trao'))}>
        <div class="grid-2">
          <Field
            name="trao.toName"
            label={handOver.to}
            filled={filled}
            initial={request.requesterName}
            maxlength={120}
          />
          <Select
            name="trao.toRelation"
            label={handOver.relation}
            filled={filled}
            initial={request.relation}
            empty={false}
            options={relations.map((it) => ({ value: it, label: w.catalogue.relations[it] }))}
          />
          <Select
            name="trao.resultDelivery"
            label={handOver.how}
            filled={filled}
            initial={request.resultDelivery ?? 'desk'}
            empty={false}
            options={options(w.requests.deliveries)}
          />
        </div>
        <Moment deed="trao" filled={filled} now={now} label={handOver.at} />
        <button class="button" data-key="Ctrl+Enter">
          {handOver.save}
          <kbd hidden>Ctrl ↵</kbd>
        </button>
      </form>
    </section>
  )
}

function Extend({ request, filled, now }: RequestView) {
  const { w, to } = useView()
  const { extend } = w.deskRequest
  return (
    <details class="deed" id="hen-lai" open={typed(filled.values, 'hen-lai')}>
      <summary>{extend.title}</summary>
      <p class="hint">{extend.hint}</p>
      <form method="post" action={to(paths.requestDo(request.id, 'hen-lai'))}>
        <Field
          name="hen-lai.newDueOn"
          label={extend.newDate}
          type="date"
          width="mid"
          filled={filled}
        />
        <TextArea
          name="hen-lai.reason"
          label={extend.reason}
          filled={filled}
          rows={2}
          maxlength={1000}
        />
        <Field
          name="hen-lai.date"
          label={extend.sentOn}
          type="date"
          width="mid"
          filled={filled}
          initial={today(now).toString()}
        />
        <button class="button quiet">{extend.save}</button>
      </form>
    </details>
  )
}

function Note({ request, filled }: RequestView) {
  const { w, to } = useView()
  const { note } = w.deskRequest
  return (
    <details class="deed" id="ghi-chu" open={typed(filled.values, 'ghi-chu')}>
      <summary>{note.title}</summary>
      <form method="post" action={to(paths.requestDo(request.id, 'ghi-chu'))}>
        <TextArea
          name="ghi-chu.note"
          label={note.text}
          hint={note.hint}
          filled={filled}
          rows={3}
          maxlength={1000}
        />
        <button class="button quiet">{note.save}</button>
      </form>
    </details>
  )
}

function Withdraw({ request, filled }: RequestView) {
  const { w, to } = useView()
  const { withdraw } = w.deskRequest
  return (
    <details class="deed" id="rut" open={typed(filled.values, 'rut')}>
      <summary>{withdraw.title}</summary>
      <p class="hint">{withdraw.hint}</p>
      <form method="post" action={to(paths.requestDo(request.id, 'rut'))}>
        <TextArea
          name="rut.reason"
          label={withdraw.reason}
          filled={filled}
          rows={2}
          maxlength={1000}
        />
        <button class="button danger">{withdraw.save}</button>
      </form>
    </details>
  )
}

/** A form that was refused stays open. */
function typed(values: Record<string, unknown>, deed: string): boolean {
  return Object.keys(values).some((name) => name.startsWith(`${deed}.`))
}
