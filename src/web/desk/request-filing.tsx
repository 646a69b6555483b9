import type { Filled } from '../read-form.ts'
import { today } from '../dates.ts'
import { paths } from '../paths.ts'
import { Field, Select, type Option } from '../ui/field.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/** Writing down that it went to the authority: the code is what everything is followed by. */
export function FilingForm({ request, version, filled, now, mayWork }: RequestView) {
  const { w, to } = useView()
  const { filing } = w.deskRequest
  if (!mayWork || request.status !== null || request.endedAt) return null
  const missing = request.items.filter((it) => it.state === 'missing').length
  const methods = new Set(version.channels.map((it) => it.method))
  return (
    <section id="nop" aria-labelledby="nop-la">
      <h2 id="nop-la">{filing.title}</h2>
      {missing > 0 && <p class="hint">{filing.stillMissing({ count: missing })}</p>}
      {version.portalUrl && (
        <p>
          <a href={version.portalUrl} rel="noreferrer" target="_blank">
            {filing.openPortal}
          </a>
        </p>
      )}
      <form method="post" action={to(paths.requestDo(request.id, 'nop'))}>
        <div class="grid-2">
          <Field
            name="nop.externalCode"
            label={filing.code}
            hint={filing.codeHint}
            filled={filled}
            spellcheck={false}
            maxlength={40}
          />
          <Select
            name="nop.channel"
            label={filing.channel}
            filled={filled}
            initial={methods.has('online') ? 'online' : 'in_person'}
            empty={false}
            options={options(w.requests.channels)}
          />
          <Select
            name="nop.portal"
            label={filing.portal}
            filled={filled}
            initial={methods.has('online') ? 'national' : 'none'}
            empty={false}
            options={options(w.requests.portals)}
          />
          <Select
            name="nop.filingHelp"
            label={filing.help}
            filled={filled}
            initial="self_with_help"
            empty={false}
            options={options(w.requests.filingHelps)}
          />
          <Select
            name="nop.resultDelivery"
            label={filing.delivery}
            filled={filled}
            initial="desk"
            empty={false}
            options={options(w.requests.deliveries)}
          />
          <Select
            name="nop.status"
            label={filing.status}
            filled={filled}
            initial="1"
            empty={false}
            options={[
              { value: '1', label: w.requests.statuses[1] },
              { value: '2', label: w.requests.statuses[2] },
            ]}
          />
        </div>
        <Moment deed="nop" filled={filled} now={now} label={filing.at} />
        <button class="button" data-key="Ctrl+Enter">
          {filing.save}
          <kbd hidden>Ctrl ↵</kbd>
        </button>
      </form>
    </section>
  )
}

type MomentProps = { deed: string; filled: Filled; now: Date; label: string }

/** When something happened: now unless told, since most is written down as it happens. */
export function Moment({ deed, filled, now, label }: MomentProps) {
  const { w } = useView()
  const { moment } = w.deskRequest
  return (
    <div class="grid-2">
      <Field
        name={`${deed}.date`}
        label={label}
        type="date"
        width="mid"
        filled={filled}
        initial={today(now).toString()}
      />
      <Field
        name={`${deed}.time`}
        label={moment.time}
        hint={moment.timeHint}
        type="time"
        width="short"
        filled={filled}
        optional
      />
    </div>
  )
}

export function options(said: Record<string, string>): Option[] {
  return Object.entries(said).map(([value, label]) => ({ value, label }))
}
