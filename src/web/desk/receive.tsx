import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { receiveAndTell } from '#src/errands/receive-and-tell.ts'
import { relations } from '#src/modules/catalogue/index.ts'
import { listVisitCodes } from '#src/modules/queue/index.ts'
import { tellHeard } from '#src/modules/reach/index.ts'
import { findPersons, type Person } from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { shortDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { readWays, wayOf } from '../ways.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Tag } from '../ui/pieces.tsx'
import { heardOf, readHeardPlaces } from './heard-fields.tsx'
import { ReceiveAdvice } from './receive-advice.tsx'
import { readDraft } from './receive-draft.ts'
import { ReceiveForm } from './receive-form.tsx'
import {
  answersOf,
  fillFromCard,
  parties,
  personOf,
  readBirth,
  relationOf,
  said,
  subjectOf,
  writeCommune,
  type FormParty,
  type Values,
} from './receive-typed.ts'
import { fillFromVisit } from './receive-visit.ts'

/**
 * The form for the person who has just sat down; `?nguoi=` brings somebody who was here before,
 * `?luot=` whoever was called from the line.
 */
export async function showReceive(c: Context<Env>) {
  const id = c.req.query('nguoi') ?? ''
  const visitId = c.req.query('luot') ?? ''
  const q = c.req.query('q')?.normalize('NFC').trim() ?? ''
  const [person] = isUuid(id) ? await findPersons(c.var.ctx, { id }) : []
  const values = {
    clientKey: randomUUID(),
    ...(q ? { q } : {}),
    ...(isUuid(visitId) ? await fillFromVisit(c.var.ctx, visitId) : {}),
    ...(person ? fillFromPerson({}, 'here', person) : {}),
  }
  return answer(c, { values, errors: {} }, 200)
}

/**
 * Every button but the last shows the form again with what could be found out: from the card, of the
 * procedure, of the commune, of the people. The last puts the need on record.
 */
export async function takeReceive(c: Context<Env>) {
  const { ctx, lang, w, office } = c.var
  const { data, filled } = readForm(need(w), await readBody(c))
  const looked = await look(c, filled)
  if (Object.keys(looked.errors).length > 0) return answer(c, looked, 422)
  if (said(looked.values, 'do') !== 'luu') return answer(c, looked, 200)
  if (!data) return answer(c, filled, 422)
  const draft = await readDraft(ctx, office, looked.values)
  const seen = said(filled.values, 'seen').split(',')
  if (draft.toSee.some((it) => !seen.includes(it))) return answer(c, looked, 200, 'look')
  const values = draft.values
  const relation = relationOf(values)
  const received = await tryDeed({ ...looked, values }, lang, () =>
    receiveAndTell(
      ctx,
      {
        clientKey: data.clientKey,
        subject: personOf(values, subjectOf(values)),
        ...(relation === 'self' ? {} : { requester: personOf(values, 'here') }),
        relation,
        came:
          data.came === 'here' ? (relation === 'self' ? 'in_person' : 'by_relative') : data.came,
        ...(data.homeKind === '' ? {} : { homeKind: data.homeKind }),
        procedureCode: data.code,
        answers: answersOf(values),
        note: data.note,
        ...(isUuid(data.visit) ? { visitId: data.visit } : {}),
      },
      wayOf(c, data.way, data.email),
    ),
  )
  if (received.filled) return answer(c, besideFields(received.filled), 422)
  const { id } = received.done
  await tellHeard(ctx, {
    of: isUuid(data.visit) ? { kind: 'visit', id: data.visit } : { kind: 'request', id },
    heard: heardOf(values, await readHeardPlaces(ctx)),
  })
  return c.redirect(to(c, `${paths.request(id)}?xong=received`), 303)
}

/** What the buttons besides saving bring: a card that was read, a procedure, a person picked. */
async function look(c: Context<Env>, filled: Filled): Promise<Filled> {
  let values: Values = filled.values
  const pick = said(values, 'pick')
  if (pick) values = { ...values, code: pick, pick: '' }
  for (const party of parties) {
    if (said(values, `${party}.card`)) {
      const read = await tryDeed({ values, errors: {} }, c.var.lang, async () =>
        fillFromCard(values, party),
      )
      if (read.filled) return read.filled
      // The card says all but the phone: that is what is typed next.
      values = { ...read.done, lately: `${party}.phone` }
    }
    const id = values[`${party}.choose`]
    if (id !== undefined) {
      const [person] = isUuid(said(values, `${party}.choose`))
        ? await findPersons(c.var.ctx, { id: said(values, `${party}.choose`) })
        : []
      const { [`${party}.choose`]: _, ...rest } = values
      values = person ? fillFromPerson(rest, party, person) : { ...rest, [`${party}.id`]: '' }
    }
  }
  return { values, errors: {} }
}

function fillFromPerson(values: Values, party: FormParty, person: Person): Values {
  return {
    ...values,
    [`${party}.id`]: person.id,
    [`${party}.fullName`]: person.fullName,
    [`${party}.birth`]: person.birthDate
      ? shortDate(person.birthDate)
      : String(person.birthYear ?? ''),
    [`${party}.sex`]: person.sex ?? '',
    [`${party}.idNumber`]: '',
    [`${party}.phone`]: '',
    ...(party === subjectOf(values) && person.commune && !said(values, 'commune')
      ? { commune: writeCommune(person.commune) }
      : {}),
  }
}

function need(w: Words) {
  const { receive } = w.desk
  const text = z.string().default('')
  const birth = text.refine((it) => readBirth(it) !== null, receive.birthWrong)
  return z
    .object({
      clientKey: z.string().default(''),
      visit: text,
      code: text.refine((it) => it !== '', receive.codeMissing),
      relation: z.enum(relations, receive.relationMissing),
      'here.fullName': text.refine((it) => it !== '', receive.nameMissing),
      'here.birth': birth,
      'other.fullName': text,
      'other.birth': birth,
      came: z.enum(['here', 'remote', 'appointment'], receive.cameMissing),
      homeKind: z
        .enum(['', 'this_commune', 'neighbour', 'same_province', 'other_province'])
        .default(''),
      note: text,
      way: text,
      email: text,
    })
    .refine((it) => it.relation === 'self' || it['other.fullName'] !== '', {
      path: ['other.fullName'],
      message: receive.otherNameMissing,
      when: () => true,
    })
}

/** The deeds speak of subject and requester; the form of who is here and whom it is for. */
function besideFields(filled: Filled): Filled {
  const self = relationOf(filled.values) === 'self'
  const party = { subject: self ? 'here' : 'other', requester: 'here' }
  const errors = Object.entries(filled.errors).map(([field, message]) => {
    if (field === 'subject.commune') return ['commune', message]
    const [, who, what] = /^(subject|requester)\.(\w+)$/.exec(field) ?? []
    if (!who || !what) return [field, message]
    const name = what.startsWith('birth') ? 'birth' : what
    return [`${party[who as 'subject' | 'requester']}.${name}`, message]
  })
  return { ...filled, errors: Object.fromEntries(errors) }
}

async function answer(c: Context<Env>, filled: Filled, status: 200 | 422, look?: 'look') {
  const { ctx, office, session, w } = c.var
  const draft = await readDraft(ctx, office, filled.values)
  const { receive } = w.desk
  const visitId = said(filled.values, 'visit')
  const visit = isUuid(visitId) ? (await listVisitCodes(ctx, [visitId])).get(visitId) : undefined
  return render(
    c,
    <DeskPage
      title={status === 422 ? w.desk.wrong({ title: receive.title }) : receive.title}
      session={session}
      door="desk"
      here={paths.requestNew()}
      islands={['desk-keys.js']}
      back={
        visit === undefined
          ? { href: paths.desk(), label: w.site.doors.desk }
          : { href: paths.deskLine(), label: w.deskLine.visit.back }
      }
    >
      <ErrorSummary filled={filled} />
      <h1>{receive.title}</h1>
      {visit !== undefined && (
        <p class="tags">
          <Tag tone="sun">{w.deskLine.visit.of({ code: visit })}</Tag>
        </p>
      )}
      <div class="columns wide-aside">
        <ReceiveForm
          draft={draft}
          filled={{ values: draft.values, errors: filled.errors }}
          action={to(c, paths.requestNew())}
          look={look !== undefined}
          heardPlaces={await readHeardPlaces(ctx)}
          ways={await readWays(ctx)}
        />
        <ReceiveAdvice draft={draft} />
      </div>
      <desk-keys></desk-keys>
    </DeskPage>,
    status,
  )
}
