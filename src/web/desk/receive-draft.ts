import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import {
  buildChecklist,
  getProcedure,
  judgeProxy,
  listProcedures,
  searchProcedures,
  type Checklist,
  type ProcedureItem,
  type ProcedureVersion,
  type ProxyJudgement,
  type SearchResult,
} from '#src/modules/catalogue/index.ts'
import type { Office } from '#src/modules/offices/index.ts'
import { checkIdNumber, type IdWarning } from '#src/modules/places/index.ts'
import {
  findPersons,
  isMinor,
  listRequests,
  type Person,
  type RequestSummary,
} from '#src/modules/requests/index.ts'
import { today } from '../dates.ts'
import { isUuid } from '../public/is-uuid.ts'
import { readFees, type Fees } from '../public/read-fees.ts'
import { readPlaces, type PlaceChoice } from './receive-places.ts'
import {
  answersOf,
  parties,
  personOf,
  relationOf,
  said,
  subjectOf,
  type FormParty,
  type Values,
} from './receive-typed.ts'

/** What is known of the procedure that was chosen, by what was answered so far. */
export type Need = {
  version: ProcedureVersion
  checklist: Checklist
  judged: ProxyJudgement
  fees: Fees
}

/** What is known of a person of the form. */
export type Known = {
  /** Chosen as somebody who was here before. */
  person: Person | null
  /** Who has this ID number or phone already. */
  alike: Person[]
  warnings: IdWarning[]
  /** What they have open here already. */
  open: RequestSummary[]
}

export type Draft = {
  values: Values
  procedures: ProcedureItem[]
  askBack: SearchResult['askBack']
  /** The choices are those most asked for: nothing was searched. */
  popular: boolean
  need: Need | null
  known: Record<FormParty, Known>
  places: PlaceChoice[]
  /** What the officer should look at before saving; shown once, then the same button saves. */
  toSee: string[]
}

const nobody: Known = { person: null, alike: [], warnings: [], open: [] }

/** Looks up all that the form can already say about what was typed so far. Refuses nothing. */
export async function readDraft(ctx: Ctx, office: Office, values: Values): Promise<Draft> {
  const q = said(values, 'q')
  const found = q ? await searchProcedures(ctx, { q, limit: 6 }) : null
  const procedures =
    found && found.items.length > 0
      ? found.items
      : await listProcedures(ctx, { popular: true, limit: 6 })
  const here = await readKnown(ctx, values, 'here')
  const other = relationOf(values) === 'self' ? nobody : await readKnown(ctx, values, 'other')
  const known = { here, other }
  const places = await readPlaces(ctx, office, values)
  // One name that fits is taken; the officer sees which.
  const named = places.filter((it) => it.found)
  const only = !said(values, 'commune') && named.length === 1 ? named[0] : undefined
  const chosen = only ? { ...values, commune: only.value } : values
  const need = await readNeed(ctx, chosen, known)
  return {
    values: chosen,
    procedures,
    askBack: found?.askBack ?? null,
    popular: !found || found.items.length === 0,
    need,
    known,
    places,
    toSee: toSee(known, need),
  }
}

async function readNeed(ctx: Ctx, values: Values, known: Draft['known']): Promise<Need | null> {
  const code = said(values, 'code')
  if (!code) return null
  const at = today(ctx.now)
  let version: ProcedureVersion
  try {
    version = await getProcedure(ctx, { code, at })
  } catch (error) {
    // Saving says why it cannot be taken; until then there is only nothing to show.
    if (error instanceof Refusal) return null
    throw error
  }
  const answers = answersOf(values)
  const party = subjectOf(values)
  const typed = personOf(values, party)
  const subject = typed.birthDate || typed.birthYear ? typed : (known[party].person ?? typed)
  const subjectIsMinor = isMinor(subject, at) === true
  return {
    version,
    checklist: buildChecklist(version, answers),
    judged: judgeProxy(version, { relation: relationOf(values), answers, subjectIsMinor }),
    fees: await readFees(ctx, version, at),
  }
}

async function readKnown(ctx: Ctx, values: Values, party: FormParty): Promise<Known> {
  const typed = personOf(values, party)
  const [person] = typed.id && isUuid(typed.id) ? await findPersons(ctx, { id: typed.id }) : []
  const alike = person ? [] : await findAlike(ctx, typed)
  const whose = [person ?? null, ...alike].filter((it) => it !== null)
  const open = await Promise.all(
    whose.map((it) => listRequests(ctx, { personId: it.id, state: 'open', limit: 5 })),
  )
  return {
    person: person ?? null,
    alike,
    warnings: warn(ctx, typed),
    open: open.flatMap((it) => it.items),
  }
}

async function findAlike(
  ctx: Ctx,
  typed: { idNumber?: string | null; phone?: string | null },
): Promise<Person[]> {
  const { idNumber, phone } = typed
  const byId = idNumber ? await orNone(() => findPersons(ctx, { idNumber })) : []
  if (byId.length > 0 || !phone) return byId
  return orNone(() => findPersons(ctx, { phone }))
}

function warn(ctx: Ctx, typed: ReturnType<typeof personOf>): IdWarning[] {
  const { idNumber, birthDate, birthYear, sex } = typed
  if (!idNumber) return []
  try {
    return checkIdNumber({
      number: idNumber,
      today: today(ctx.now),
      birthDate: birthDate ?? null,
      birthYear: birthYear ?? null,
      sex: sex ?? null,
    })
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** A number that is not whole yet finds nobody. */
async function orNone<T>(find: () => Promise<T[]>): Promise<T[]> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

function toSee(known: Draft['known'], need: Need | null): string[] {
  const ofPeople = parties.flatMap((party) => {
    const numbers = known[party].warnings.map((it) => `${party}:${it.warning}`)
    return numbers.concat(known[party].open.map((it) => `${party}:${it.code}`))
  })
  return need && need.checklist.open.length > 0
    ? [...ofPeople, `open:${need.checklist.open.map((it) => it.id).join('+')}`]
    : ofPeople
}
