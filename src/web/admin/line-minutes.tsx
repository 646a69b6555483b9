import type { Context } from 'hono'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { Refusal } from '#src/base/refusal.ts'
import { inTransaction } from '#src/base/ctx.ts'
import { listExpectedMinutes, readRules, setExpectedMinutes } from '#src/modules/queue/index.ts'
import { readLineFigures, type NeedGroup } from '#src/modules/reports/index.ts'
import { today } from '../dates.ts'
import { saySeconds } from '../desk/line-figures/say-seconds.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, withRefusal } from '../read-form.ts'
import { to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { Field } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'

const prefix = 'p_'

/** How long procedures take at the counter, beside what was measured. */
export function showLineMinutes(c: Context<Env>) {
  return answer(c, blank)
}

/** Saves every line that was changed, and one more by its code; all or none. */
export async function answerLineMinutes(c: Context<Env>) {
  const { ctx, lang } = c.var
  const body = await readBody(c)
  const values = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, String(value).trim()]),
  )
  const filled: Filled = { values, errors: {} }
  const now = new Map(
    (await listExpectedMinutes(ctx)).map((it) => [it.procedureCode, String(it.minutes)]),
  )
  const changes = Object.entries(values)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, said]) => ({ name, code: name.slice(prefix.length), said }))
    .filter(({ code, said }) => said !== (now.get(code) ?? ''))
  if (values['code'])
    changes.push({ name: 'minutes', code: values['code'], said: values['minutes'] ?? '' })
  let at = 'form'
  try {
    await inTransaction(ctx, async (ctx) => {
      for (const { name, code, said } of changes) {
        at = name
        const minutes = said === '' && name !== 'minutes' ? null : wholeOf(said)
        await setExpectedMinutes(ctx, { procedureCode: code, minutes })
      }
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const beside = error.field === 'procedureCode' && at === 'minutes' ? 'code' : at
    const message = withRefusal(filled, error, lang).errors[error.field ?? 'form']!
    return answer(c, { values, errors: { [beside]: message } })
  }
  return redirectDone(c, `${paths.adminLine()}/thoi-gian`, 'da-sua')
}

/** What is no whole number is refused by the deed. */
function wholeOf(said: string): number {
  return /^\d{1,4}$/.test(said) ? Number(said) : Number.NaN
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const words = w.lineRules.minutes
  const now = today(ctx.now)
  const [minutes, rules, popular, { needs }] = await Promise.all([
    listExpectedMinutes(ctx),
    readRules(ctx),
    listProcedures(ctx, { popular: true, limit: 30 }),
    readLineFigures(ctx, { from: now.subtract({ weeks: 26 }), to: now }),
  ])
  const others = minutes
    .map((it) => it.procedureCode)
    .filter((code) => !popular.some((it) => it.code === code))
  const more = await listProcedures(ctx, { codes: others })
  return answerAdmin(c, {
    title: words.title,
    filled,
    back: { href: paths.adminLine(), label: w.lineRules.title },
    children: (
      <>
        <p>{words.what({ usual: rules.usualMinutes })}</p>
        <form method="post" action={to(c, `${paths.adminLine()}/thoi-gian`)}>
          <div class="grid-2">
            {[...popular, ...more].map((item) => (
              <MinutesLine
                item={item}
                need={needs.find(
                  ({ need }) => need.kind === 'procedure' && need.code === item.code,
                )}
                minutes={minutes.find((it) => it.procedureCode === item.code)?.minutes}
                filled={filled}
              />
            ))}
          </div>
          <div class="grid-2">
            <Field
              name="code"
              label={words.other}
              hint={words.otherHint}
              filled={filled}
              width="mid"
              optional
            />
            <Field
              name="minutes"
              label={words.otherMinutes}
              filled={filled}
              inputmode="numeric"
              width="short"
              optional
            />
          </div>
          <button class="button">{words.save}</button>
        </form>
      </>
    ),
  })
}

type LineProps = {
  item: ProcedureItem
  need: NeedGroup | undefined
  minutes: number | undefined
  filled: Filled
}

function MinutesLine({ item, need, minutes, filled }: LineProps) {
  const { lang, w } = useView()
  const words = w.lineRules.minutes
  const name = shorten(item.plainName)
  return (
    <Field
      name={`${prefix}${item.code}`}
      label={name[lang]}
      hint={
        need?.service.median != null
          ? words.measured({
              median: saySeconds(w, need.service.median),
              count: need.service.count,
            })
          : words.notMeasured
      }
      filled={filled}
      initial={minutes?.toString()}
      inputmode="numeric"
      width="short"
    />
  )
}
