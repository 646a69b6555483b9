import type { Context } from 'hono'
import { z } from 'zod'
import { listHamlets, type Hamlet } from '#src/modules/offices/index.ts'
import {
  addBusiness,
  changeBusiness,
  listBusinesses,
  revealContactPhone,
  type Business,
} from '#src/modules/reach/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayDay, sayNumber } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Checkboxes, Field, Select } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { PhoneDoor, PhoneField, phoneSchema, saidPhone } from './contact-phone.tsx'
import { typedNote, typedText, typedWhole } from './typed.ts'

/** The factories, cooperatives and shops whose workers the news should reach. */
export function showBusinesses(c: Context<Env>) {
  return answerList(c, blank)
}

export async function answerAddBusiness(c: Context<Env>) {
  const form = readForm(businessSchema(c.var.w), await readBody(c, { all: true }))
  if (!form.data) return answerList(c, form.filled)
  const { inUse: _, ...business } = saidBusiness(form.data)
  const { filled } = await tryDeed(form.filled, c.var.lang, () => addBusiness(c.var.ctx, business))
  return filled ? answerList(c, filled) : redirectDone(c, paths.adminBusinesses(), 'doanh-nghiep')
}

export async function showBusiness(c: Context<Env>) {
  const business = await findBusiness(c)
  return business ? answerOne(c, business, blank) : c.notFound()
}

export async function answerChangeBusiness(c: Context<Env>) {
  const business = await findBusiness(c)
  if (!business) return c.notFound()
  const form = readForm(businessSchema(c.var.w), await readBody(c, { all: true }))
  if (!form.data) return answerOne(c, business, form.filled)
  const changes = saidBusiness(form.data)
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    changeBusiness(c.var.ctx, { businessId: business.id, changes }),
  )
  return filled
    ? answerOne(c, business, filled)
    : redirectDone(c, paths.adminBusinesses(), 'da-sua')
}

/** The whole number of the contact; the trail says who saw it. */
export async function answerBusinessPhone(c: Context<Env>) {
  const business = await findBusiness(c)
  if (!business) return c.notFound()
  const phone = await revealContactPhone(c.var.ctx, { businessId: business.id })
  return answerOne(c, business, blank, phone)
}

async function findBusiness(c: Context<Env>): Promise<Business | undefined> {
  const businesses = await listBusinesses(c.var.ctx)
  return businesses.find((it) => it.id === c.req.param('id'))
}

function businessSchema({ reach }: Words) {
  const says = reach.refusals
  const short = typedNote(says['reach.text_too_long'], 300)
  return z.object({
    name: typedText(says['reach.business_name_missing'], 300),
    workers: z
      .union(
        [z.literal('').transform(() => null), typedWhole('')],
        says['reach.workers_impossible'],
      )
      .default(null),
    contactName: short,
    address: short,
    hamletId: z.string().default(''),
    inUse: z.array(z.string()).default([]),
    ...phoneSchema,
  })
}

function saidBusiness(said: z.infer<ReturnType<typeof businessSchema>>) {
  const { contactPhone, dropPhone, hamletId, inUse, ...rest } = said
  return {
    ...rest,
    hamletId: hamletId || null,
    inUse: inUse.includes('yes'),
    contactPhone: saidPhone({ contactPhone, dropPhone }),
  }
}

async function answerList(c: Context<Env>, filled: Filled) {
  const { ctx, lang, w } = c.var
  const words = w.deskReach.register
  const [businesses, hamlets] = await Promise.all([listBusinesses(ctx), listHamlets(ctx)])
  const facts = (it: Business) => [
    it.workers === null
      ? words.notCounted
      : words.workersCount({ count: sayNumber(lang, it.workers) }),
    ...(it.visitedOn ? [words.visited({ date: sayDay(lang, it.visitedOn) })] : []),
  ]
  return answerAdmin(c, {
    title: words.businesses,
    filled,
    children: (
      <>
        {businesses.length === 0 && <p>{words.noBusiness}</p>}
        <ul class="tasks">
          {businesses.map((it) => (
            <li>
              <a href={to(c, paths.adminBusiness(it.id))}>
                <Vietnamese text={it.name} />
              </a>
              <span class="hint">
                {facts(it).join(' · ')} {!it.inUse && <Tag tone="plain">{words.notInUse}</Tag>}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={to(c, paths.adminImport('businesses'))}>{words.importBusinesses}</a>
        </p>
        <h2>{words.addBusiness}</h2>
        <form method="post" action={to(c, paths.adminBusinesses())}>
          <BusinessFields filled={filled} hamlets={hamlets} />
          <button class="button">{words.addBusiness}</button>
        </form>
      </>
    ),
  })
}

async function answerOne(
  c: Context<Env>,
  business: Business,
  filled: Filled,
  phone?: string | null,
) {
  const words = c.var.w.deskReach.register
  const hamlets = await listHamlets(c.var.ctx)
  return answerAdmin(c, {
    title: business.name,
    filled,
    back: { href: paths.adminBusinesses(), label: words.businesses },
    children: (
      <>
        <form method="post" action={to(c, paths.adminBusiness(business.id))}>
          <BusinessFields filled={filled} hamlets={hamlets} business={business} />
          <Checkboxes
            name="inUse"
            label={words.inUse}
            filled={filled}
            ticked={business.inUse ? ['yes'] : []}
            options={[{ value: 'yes', label: words.inUse }]}
          />
          <button class="button">{c.var.w.admin.save}</button>
        </form>
        <PhoneDoor
          action={paths.adminBusinessPhone(business.id)}
          kept={business.hasPhone}
          phone={phone}
        />
      </>
    ),
  })
}

type FieldsProps = { filled: Filled; hamlets: Hamlet[]; business?: Business }

function BusinessFields({ filled, hamlets, business }: FieldsProps) {
  const words = useView().w.deskReach.register
  return (
    <div class="grid-2">
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        filled={filled}
        initial={business?.name}
      />
      <Field
        name="workers"
        label={words.workers}
        hint={words.workersHint}
        filled={filled}
        initial={business?.workers?.toString()}
        inputmode="numeric"
        width="short"
        optional
      />
      <Field
        name="contactName"
        label={words.contactName}
        filled={filled}
        initial={business?.contactName}
        optional
      />
      <PhoneField label={words.contactPhone} filled={filled} kept={business?.hasPhone ?? false} />
      <Field
        name="address"
        label={words.address}
        filled={filled}
        initial={business?.address}
        optional
      />
      <Select
        name="hamletId"
        label={words.hamlet}
        filled={filled}
        initial={business?.hamletId ?? undefined}
        optional
        options={hamlets.map((it) => ({ value: it.id, label: it.name }))}
      />
    </div>
  )
}
