import type { BulletinVersion, OutreachSetting } from '#src/modules/outreach/index.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios, TextArea } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { priorities } from './write-form.ts'

type Props = {
  filled: Filled
  /** What stands, when it is changed; nothing when it is new. */
  version: BulletinVersion | null
  setting: OutreachSetting
  today: Temporal.PlainDate
  /** Of a new one, so that a second press writes no second bulletin. */
  clientKey?: string
}

/** Words, urgency, and when the loudspeaker reads them. */
export function BulletinFields({ filled, version, setting, today, clientKey }: Props) {
  const { w } = useView()
  const words = w.bulletins.form
  const air = version?.air ?? {
    from: today,
    to: today.add({ days: 6 }),
    times: setting.airTimes,
    repeats: setting.repeats,
  }
  return (
    <>
      {clientKey !== undefined && (
        <input type="hidden" name="clientKey" value={filled.values.clientKey ?? clientKey} />
      )}
      {version && <input type="hidden" name="after" value={String(version.number)} />}
      <fieldset class="part">
        <legend>{w.bulletins.one.text}</legend>
        <Field
          name="titleVi"
          label={words.titleVi}
          filled={filled}
          initial={version?.titleVi}
          spellcheck
        />
        <TextArea
          name="bodyVi"
          label={words.bodyVi}
          hint={words.bodyHint}
          rows={10}
          filled={filled}
          initial={version?.bodyVi}
        />
        <Radios
          name="priority"
          label={words.priority}
          row
          filled={filled}
          initial={version?.priority ?? 'normal'}
          options={priorities.map((value) => ({ value, label: w.outreach.priorities[value] }))}
        />
      </fieldset>
      <fieldset class="part">
        <legend>{w.bulletins.one.english}</legend>
        <Field
          name="titleEn"
          label={words.titleEn}
          filled={filled}
          initial={version?.titleEn}
          optional
        />
        <TextArea
          name="bodyEn"
          label={words.bodyEn}
          rows={6}
          filled={filled}
          initial={version?.bodyEn}
          optional
        />
      </fieldset>
      <fieldset class="part">
        <legend>{words.air}</legend>
        <div class="grid-2">
          <Field
            name="airFrom"
            type="date"
            label={words.airFrom}
            filled={filled}
            initial={air.from.toString()}
          />
          <Field
            name="airTo"
            type="date"
            label={words.airTo}
            filled={filled}
            initial={air.to.toString()}
          />
          <Field
            name="times"
            label={words.times}
            hint={words.timesHint}
            filled={filled}
            initial={air.times.join(', ')}
          />
          <Field
            name="repeats"
            type="number"
            label={words.repeats}
            filled={filled}
            initial={String(air.repeats)}
          />
        </div>
        <TextArea
          name="script"
          label={words.script}
          hint={words.scriptHint}
          rows={5}
          filled={filled}
          initial={version?.script ?? ''}
          optional
        />
      </fieldset>
    </>
  )
}
