import type { Context } from 'hono'
import { z } from 'zod'
import { changeKeepDays, readKeepDays } from '#src/modules/papers/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field } from '../ui/field.tsx'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { typedWhole } from './typed.ts'

/** For how long pictures of papers are kept. */
export function showKeeping(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerKeepingPapers(c: Context<Env>) {
  const form = readForm(
    z.object({ days: typedWhole(c.var.w.papers.keeping.whole) }),
    await readBody(c),
  )
  if (!form.data) return answer(c, form.filled)
  const { days } = form.data
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    changeKeepDays(c.var.ctx, { days }),
  )
  return filled ? answer(c, filled) : redirectDone(c, paths.adminPapers(), 'da-sua')
}

async function answer(c: Context<Env>, filled: Filled) {
  const { keeping } = c.var.w.papers
  const days = await readKeepDays(c.var.ctx)
  return answerAdmin(c, {
    title: keeping.title,
    filled,
    children: (
      <form method="post" action={to(c, paths.adminPapers())}>
        <Field
          name="days"
          label={keeping.days}
          hint={keeping.hint}
          filled={filled}
          initial={String(days)}
          width="short"
          inputmode="numeric"
        />
        <button class="button">{keeping.save}</button>
      </form>
    ),
  })
}
