import type { Context } from 'hono'
import { z } from 'zod'
import { listCounters, setCounter, type Counter } from '#src/modules/offices/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Checkboxes, Field } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { typedText, typedWhole } from './typed.ts'

const list = () => `${paths.adminLine()}/quay`
const one = (number: number) => `${list()}/${number}`

/** The counters by the numbers on their signs. */
export function showCounters(c: Context<Env>) {
  return answerList(c, blank)
}

/** Adds one; a number that is there already is not overwritten by it. */
export async function answerAddCounter(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const form = readForm(counterForm(w), await readBody(c))
  if (!form.data) return answerList(c, form.filled)
  const { number, name } = form.data
  if ((await listCounters(ctx)).some((it) => it.number === number))
    return answerList(c, {
      ...form.filled,
      errors: { number: w.lineRules.counters.taken({ number }) },
    })
  const { filled } = await tryDeed(form.filled, lang, () =>
    setCounter(ctx, { number, name, inUse: true }),
  )
  return filled ? answerList(c, filled) : redirectDone(c, list(), 'da-sua')
}

export async function showCounter(c: Context<Env>) {
  const counter = await findCounter(c)
  return counter ? answerOne(c, counter, blank) : c.notFound()
}

export async function answerCounter(c: Context<Env>) {
  const counter = await findCounter(c)
  if (!counter) return c.notFound()
  const schema = counterForm(c.var.w).omit({ number: true })
  const form = readForm(schema, await readBody(c, { all: true }))
  if (!form.data) return answerOne(c, counter, form.filled)
  const { name, inUse } = form.data
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    setCounter(c.var.ctx, { number: counter.number, name, inUse: inUse.includes('yes') }),
  )
  return filled ? answerOne(c, counter, filled) : redirectDone(c, list(), 'da-sua')
}

function counterForm(w: Words) {
  return z.object({
    number: typedWhole(w.offices.refusals['offices.counter_number_impossible']),
    name: typedText(w.lineRules.counters.nameMissing, 60),
    inUse: z.array(z.string()).default([]),
  })
}

async function findCounter(c: Context<Env>): Promise<Counter | undefined> {
  const counters = await listCounters(c.var.ctx)
  return counters.find((it) => String(it.number) === c.req.param('number'))
}

async function answerList(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const words = w.lineRules.counters
  const counters = await listCounters(ctx)
  return answerAdmin(c, {
    title: words.title,
    filled,
    back: { href: paths.adminLine(), label: w.lineRules.title },
    children: (
      <>
        <p>{words.what}</p>
        {counters.length === 0 && <p>{words.none}</p>}
        <ul class="tasks">
          {counters.map((it) => (
            <li>
              <span>
                <a href={to(c, one(it.number))}>{words.title1({ number: it.number })}</a>
                <br />
                <span class="hint">
                  <Vietnamese text={it.name} />
                </span>
              </span>
              <Tag tone={it.inUse ? 'leaf' : 'plain'}>{it.inUse ? words.use : words.unused}</Tag>
            </li>
          ))}
        </ul>
        <h2>{words.add}</h2>
        <form method="post" action={to(c, list())}>
          <div class="grid-2">
            <Field
              name="number"
              label={words.number}
              filled={filled}
              inputmode="numeric"
              width="short"
            />
            <Field name="name" label={words.name} hint={words.nameHint} filled={filled} />
          </div>
          <button class="button">{words.add}</button>
        </form>
      </>
    ),
  })
}

function answerOne(c: Context<Env>, counter: Counter, filled: Filled) {
  const { w } = c.var
  const words = w.lineRules.counters
  return answerAdmin(c, {
    title: words.title1({ number: counter.number }),
    filled,
    back: { href: list(), label: words.title },
    children: (
      <form method="post" action={to(c, one(counter.number))}>
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          filled={filled}
          initial={counter.name}
        />
        <Checkboxes
          name="inUse"
          label={words.use}
          filled={filled}
          ticked={counter.inUse ? ['yes'] : []}
          options={[{ value: 'yes', label: words.inUse }]}
        />
        <button class="button">{words.save}</button>
      </form>
    ),
  })
}
