import { z } from 'zod'
import type { Partner, PartnerKind, ProgrammeTerms } from '#src/modules/service-days/index.ts'
import { words, type Words } from '#src/words/index.ts'
import { dayIfSaid, daySaid } from '../day-said.ts'
import { capacitySaid } from './capacity-said.ts'
import { hoursSaid, hoursShape } from './hours-said.ts'

export const partnerKinds = Object.keys(words.vi.serviceDays.partnerKinds) as PartnerKind[]
export const holidayPolicies = ['skip', 'day_before', 'make_up_saturday'] as const

const text = z.string().default('')
const list = z.array(z.string()).default([])

/** The terms as a form sends them; the deed refuses what cannot be. */
export function termsShape(w: Words) {
  return {
    nameVi: z.string().min(1, w.serviceDays.refusals['service_days.name_missing']),
    nameEn: text,
    venueId: z.uuid(w.deskDays.fields.venueMissing),
    ...hoursShape,
    officerIds: list,
    promised: list,
    sameDay: list,
    others: text,
    partner_police: text,
    partner_youth_union: text,
    partner_women_union: text,
    partner_post: text,
    partner_health: text,
    partner_other: text,
    capacity: text,
    holidayPolicy: z.enum(holidayPolicies).default('skip'),
  }
}

/** What a new programme is asked besides. */
export function newShape(w: Words) {
  const { programme } = w.deskDays
  return {
    ...termsShape(w),
    weekday: z.coerce.number().default(0),
    validFrom: daySaid(programme.validFromMissing),
    validTo: dayIfSaid(w.deskDays.fields.dateMissing),
  }
}

type Typed = z.output<z.ZodObject<ReturnType<typeof termsShape>>>

export function termsSaid(typed: Typed): ProgrammeTerms {
  const others = typed.others.split(/[\s,;]+/).filter((code) => code !== '')
  return {
    nameVi: typed.nameVi,
    nameEn: typed.nameEn,
    venueId: typed.venueId,
    hours: hoursSaid(typed),
    officerIds: typed.officerIds,
    procedures: [...typed.promised, ...others].map((code) => ({
      code,
      sameDay: typed.sameDay.includes(code),
    })),
    partners: partnerKinds.flatMap((kind) => partnersSaid(kind, typed[`partner_${kind}`])),
    capacity: capacitySaid(typed.capacity),
    holidayPolicy: typed.holidayPolicy,
  }
}

function partnersSaid(kind: PartnerKind, names: string): Partner[] {
  return names
    .split(';')
    .map((name) => ({ kind, name: name.trim() }))
    .filter((it) => it.name !== '')
}
