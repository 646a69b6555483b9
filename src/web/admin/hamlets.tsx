import type { Context } from 'hono'
import { z } from 'zod'
import { inTransaction } from '#src/base/ctx.ts'
import { addHamlet, changeHamlet, removeHamlet } from '#src/modules/offices/index.ts'
import {
  listHamletWays,
  revealContactPhone,
  setHamletWays,
  type ReachedHamlet,
} from '#src/modules/reach/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayNumber } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Checkboxes, Field } from '../ui/field.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { PhoneDoor, PhoneField, phoneSchema, saidPhone } from './contact-phone.tsx'
import { typedNote, typedText, typedWhole } from './typed.ts'

/** The thôn, xóm and tổ dân phố of the commune. */
export function showHamlets(c: Context<Env>) {
  return answerList(c, blank)
}

export async function answerAddHamlet(c: Context<Env>) {
  const form = readForm(hamletSchema(c.var.w), await readBody(c, { all: true }))
  if (!form.data) return answerList(c, form.filled)
  const { name, households, ...rest } = form.data
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    inTransaction(c.var.ctx, async (ctx) => {
      const { id } = await addHamlet(ctx, { name, households })
      await setHamletWays(ctx, { hamletId: id, ways: waysOf(rest) })
    }),
  )
  return filled ? answerList(c, filled) : redirectDone(c, paths.adminHamlets(), 'thon')
}

export async function showHamlet(c: Context<Env>) {
  const hamlet = await findHamlet(c)
  return hamlet ? answerOne(c, hamlet, blank) : c.notFound()
}

export async function answerChangeHamlet(c: Context<Env>) {
  const hamlet = await findHamlet(c)
  if (!hamlet) return c.notFound()
  const form = readForm(hamletSchema(c.var.w), await readBody(c, { all: true }))
  if (!form.data) return answerOne(c, hamlet, form.filled)
  const { name, households, ...rest } = form.data
  const { id: hamletId } = hamlet
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    inTransaction(c.var.ctx, async (ctx) => {
      await changeHamlet(ctx, { hamletId, changes: { name, households } })
      await setHamletWays(ctx, { hamletId, ways: waysOf(rest) })
    }),
  )
  return filled ? answerOne(c, hamlet, filled) : redirectDone(c, paths.adminHamlets(), 'da-sua')
}

export async function answerRemoveHamlet(c: Context<Env>) {
  const hamlet = await findHamlet(c)
  if (!hamlet) return c.notFound()
  await removeHamlet(c.var.ctx, { hamletId: hamlet.id })
  return redirectDone(c, paths.adminHamlets(), 'bo-thon')
}

/** The whole number of the hamlet's head; the trail says who saw it. */
export async function answerHamletPhone(c: Context<Env>) {
  const hamlet = await findHamlet(c)
  if (!hamlet) return c.notFound()
  const phone = await revealContactPhone(c.var.ctx, { hamletId: hamlet.id })
  return answerOne(c, hamlet, blank, phone)
}

async function findHamlet(c: Context<Env>): Promise<ReachedHamlet | undefined> {
  const hamlets = await listHamletWays(c.var.ctx)
  return hamlets.find((it) => it.id === c.req.param('id'))
}

function hamletSchema(w: Words) {
  const says = w.offices.refusals
  return z.object({
    name: typedText(says['offices.hamlet_name_missing']),
    households: z
      .union(
        [z.literal('').transform(() => null), typedWhole('')],
        says['offices.households_impossible'],
      )
      .default(null),
    loudspeaker: z.array(z.string()).default([]),
    headName: typedNote(w.reach.refusals['reach.text_too_long'], 300),
    ...phoneSchema,
  })
}

type Ways = z.infer<ReturnType<typeof hamletSchema>>

function waysOf({ loudspeaker, headName, ...phone }: Omit<Ways, 'name' | 'households'>) {
  const hasLoudspeaker = loudspeaker.includes('yes')
  return { hasLoudspeaker, headName, headPhone: saidPhone(phone) }
}

async function answerList(c: Context<Env>, filled: Filled) {
  const { ctx, lang, w } = c.var
  const words = w.admin.hamlets
  const hamlets = await listHamletWays(ctx)
  const register = w.deskReach.register
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        {hamlets.length === 0 && <p>{words.none}</p>}
        <ul class="tasks">
          {hamlets.map((it) => (
            <li>
              <a href={to(c, paths.adminHamlet(it.id))}>
                <Vietnamese text={it.name} />
              </a>
              <span class="hint">
                {it.households === null
                  ? words.notCounted
                  : words.count({ count: sayNumber(lang, it.households) })}
                {' · '}
                {(it.hasLoudspeaker ? register.loudspeaker : register.noLoudspeaker).toLowerCase()}
                {it.headName && (
                  <>
                    {' · '}
                    <Vietnamese text={it.headName} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={to(c, paths.adminImport('hamlets'))}>{register.importHamlets}</a>
        </p>
        <h2>{words.add}</h2>
        <form method="post" action={to(c, paths.adminHamlets())}>
          <HamletFields filled={filled} />
          <button class="button">{words.add}</button>
        </form>
      </>
    ),
  })
}

function answerOne(c: Context<Env>, hamlet: ReachedHamlet, filled: Filled, phone?: string | null) {
  const words = c.var.w.admin.hamlets
  return answerAdmin(c, {
    title: hamlet.name,
    filled,
    back: { href: paths.adminHamlets(), label: words.title },
    children: (
      <>
        <form method="post" action={to(c, paths.adminHamlet(hamlet.id))}>
          <HamletFields filled={filled} hamlet={hamlet} />
          <button class="button">{c.var.w.admin.save}</button>
        </form>
        <PhoneDoor
          action={paths.adminHamletPhone(hamlet.id)}
          kept={hamlet.hasPhone}
          phone={phone}
        />
        <h2>{words.remove}</h2>
        <p>{words.removeHint}</p>
        <form method="post" action={to(c, paths.adminHamletRemove(hamlet.id))}>
          <button class="button danger">{words.remove}</button>
        </form>
      </>
    ),
  })
}

function HamletFields({ filled, hamlet }: { filled: Filled; hamlet?: ReachedHamlet }) {
  const { w } = useView()
  const words = w.admin.hamlets
  const { register } = w.deskReach
  return (
    <div class="grid-2">
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        filled={filled}
        initial={hamlet?.name}
      />
      <Field
        name="households"
        label={words.households}
        hint={words.householdsHint}
        filled={filled}
        initial={hamlet?.households?.toString()}
        inputmode="numeric"
        width="short"
        optional
      />
      <Field
        name="headName"
        label={register.headName}
        filled={filled}
        initial={hamlet?.headName}
        optional
      />
      <PhoneField label={register.headPhone} filled={filled} kept={hamlet?.hasPhone ?? false} />
      <Checkboxes
        name="loudspeaker"
        label={register.loudspeaker}
        filled={filled}
        ticked={hamlet?.hasLoudspeaker ? ['yes'] : []}
        options={[{ value: 'yes', label: register.loudspeaker }]}
      />
    </div>
  )
}
