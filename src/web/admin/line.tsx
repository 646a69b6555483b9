import type { Context } from 'hono'
import { z } from 'zod'
import { changeKeepDays, readKeepDays } from '#src/modules/notices/index.ts'
import { changeRules, readRules, type Priority, type Rules } from '#src/modules/queue/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Checkboxes, Field, Select } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { ruleGroups, slots, type NumberRule } from './line-fields.ts'
import { typedWhole } from './typed.ts'

/** How the office keeps its line: each rule as a sentence with its number. */
export function showLineRules(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerLineRules(c: Context<Env>) {
  const form = readForm(rulesForm(c.var.w), await readBody(c, { all: true }))
  if (!form.data) return answer(c, form.filled)
  const rules = form.data
  const { filled } = await tryDeed(form.filled, c.var.lang, () => changeRules(c.var.ctx, rules))
  return filled ? answer(c, filled) : redirectDone(c, paths.adminLine(), 'da-sua')
}

/** For how many days names and phones are kept. */
export async function answerKeeping(c: Context<Env>) {
  const wrong = c.var.w.notices.refusals['notices.keep_days_impossible']
  const form = readForm(z.object({ keepDays: typedWhole(wrong) }), await readBody(c))
  if (!form.data) return answer(c, form.filled)
  const { keepDays: days } = form.data
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    changeKeepDays(c.var.ctx, { days }),
  )
  return filled ? answer(c, filled) : redirectDone(c, paths.adminLine(), 'da-sua')
}

function rulesForm(w: Words): z.ZodType<Rules> {
  const numbers = {} as Record<NumberRule, z.ZodType<number>>
  for (const { name, min, max } of ruleGroups.flatMap((it) => it.fields)) {
    const wrong = w.lineRules.range({ min, max })
    numbers[name] = typedWhole(wrong).pipe(z.number().min(min, wrong).max(max, wrong))
  }
  const wrongSlot = w.queueBooking.refusals['queue.slot_impossible']
  return z.object({
    ...numbers,
    slotMinutes: typedWhole(wrongSlot),
    priorities: z.array(z.enum(prioritiesOf(w))).default([]),
  })
}

/** In the order in which they are worded. */
function prioritiesOf(w: Words): Priority[] {
  return Object.keys(w.queueLine.priorities) as Priority[]
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, office, w } = c.var
  const words = w.lineRules
  const [rules, keepDays] = await Promise.all([readRules(ctx), readKeepDays(ctx)])
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <p>
          {words.what} <a href={to(c, paths.lineRules(office.slug))}>{words.publicPage}</a>.
        </p>
        <Related />
        <form method="post" action={to(c, paths.adminLine())}>
          {ruleGroups.map(({ key, fields }) => (
            <fieldset class="part">
              <legend>{words.groups[key]}</legend>
              {key === 'time' && (
                <Select
                  name="slotMinutes"
                  label={words.fields.slotMinutes}
                  hint={words.hints.slotMinutes}
                  filled={filled}
                  initial={String(rules.slotMinutes)}
                  empty={false}
                  options={slots.map((minutes) => ({
                    value: String(minutes),
                    label: words.slots({ minutes }),
                  }))}
                />
              )}
              {key === 'order' && (
                <Checkboxes
                  name="priorities"
                  label={words.fields.priorities}
                  hint={words.hints.priorities}
                  filled={filled}
                  ticked={rules.priorities}
                  options={prioritiesOf(w).map((value) => ({
                    value,
                    label: w.queueLine.priorities[value],
                  }))}
                />
              )}
              {fields.map(({ name }) => (
                <RuleField name={name} rules={rules} filled={filled} />
              ))}
            </fieldset>
          ))}
          <button class="button">{words.save}</button>
        </form>
        <h2>{words.groups.keeping}</h2>
        <form method="post" action={to(c, `${paths.adminLine()}/giu`)}>
          <Field
            name="keepDays"
            label={words.fields.keepDays}
            hint={words.hints.keepDays}
            filled={filled}
            initial={String(keepDays)}
            inputmode="numeric"
            width="short"
          />
          <button class="button">{words.saveKeeping}</button>
        </form>
      </>
    ),
  })
}

function RuleField({ name, rules, filled }: { name: NumberRule; rules: Rules; filled: Filled }) {
  const { fields, hints } = useView().w.lineRules
  return (
    <Field
      name={name}
      label={fields[name]}
      hint={hints[name] || undefined}
      filled={filled}
      initial={String(rules[name])}
      inputmode="numeric"
      width="short"
    />
  )
}

function Related() {
  const { w, to } = useView()
  const words = w.lineRules.related
  const doors = [
    [`${paths.adminLine()}/thoi-gian`, words.minutes, words.minutesHint],
    [`${paths.adminLine()}/quay`, words.counters, words.countersHint],
    [paths.devices(), words.kiosks, words.kiosksHint],
    [paths.lineFigures(), words.figures, words.figuresHint],
  ] as const
  return (
    <ul class="paths">
      {doors.map(([href, name, hint]) => (
        <li>
          <a href={to(href)}>{name}</a>
          <span>{hint}</span>
        </li>
      ))}
    </ul>
  )
}
