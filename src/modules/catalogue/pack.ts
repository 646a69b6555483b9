import { z } from 'zod'

/** Vietnamese, and English where the sentence has been translated. */
const Said = z.object({ vi: z.string().min(1), en: z.string().min(1) })
const Day = z.iso.date()
const Code = z.string().regex(/^\d\.\d{6}$/, 'must look like 1.004873')

/**
 * A body that decides: `key` names it in packs for good; name and level may change with the law.
 * `at` says where a person finds it, to count the trips spared: the commune's own seat, a police
 * post of the commune, the former district's centre, the province's centre, or the capital.
 */
export const PackAuthority = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: Said,
  level: z.enum(['commune', 'district', 'province', 'ministry', 'other']),
  at: z.enum(['commune', 'commune_police', 'district', 'province', 'capital']),
  validFrom: Day,
  validTo: Day.nullable(),
  source: z.string().min(1),
})

/** How long the authority has. `same_day` follows the 15:00 rule; null says that it is not known. */
export const ProcessingTime = z.object({
  amount: z.number().int().positive(),
  unit: z.enum(['working_days', 'days', 'hours', 'months', 'same_day']),
})

const Channel = z.object({
  method: z.enum(['online', 'in_person', 'post']),
  time: ProcessingTime.nullable(),
  /** In đồng; null with `feeSetByProvince` where each province decides, null alone when unknown. */
  feeVnd: z.number().int().nonnegative().nullable(),
  feeSetByProvince: z.boolean().default(false),
  feeNote: Said.nullable().default(null),
})

/** A question with two to four answers, by which the papers of a checklist are chosen. */
const Question = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  text: Said,
  answers: z.array(z.object({ id: z.string(), text: Said })).min(2),
})

/** Holds when every named question was answered with one of the listed answers. */
const Condition = z.record(z.string(), z.array(z.string()).min(1))

const Paper = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: Said,
  /** Where to get it, or what must be right about it. */
  hint: Said.nullable().default(null),
  originals: z.number().int().nonnegative().default(0),
  copies: z.number().int().nonnegative().default(0),
  /** Shown and given back, not handed in. */
  shownOnly: z.boolean().default(false),
  /** Must be an (electronically) certified copy when filed online. */
  certifiedOnline: z.boolean().default(false),
  /** Heading under which the list groups it; papers without one stand first. */
  group: Said.nullable().default(null),
  when: Condition.default({}),
})

/** Who may come for another. */
const Proxy = z.object({
  allowed: z.enum(['anyone', 'parents_of_minor', 'nobody']),
  /**
   * Whom this law counts as a relative: `family` is the family rule of civil status (grandparents,
   * parents, children, spouses, siblings); `close_family` leaves out grandparents and siblings,
   * as the criminal record certificate does. See `relation.ts`.
   */
  kin: z.enum(['family', 'close_family']).default('family'),
  /** What such a relative must show. */
  kinProof: z.enum(['none', 'written', 'certified']),
  /** What anybody else must show. */
  otherProof: z.enum(['none', 'written', 'certified', 'not_allowed']),
  note: Said.nullable().default(null),
})

const UploadRule = z.object({
  maxMegabytes: z.number().positive(),
  types: z.array(z.enum(['pdf', 'jpg', 'png', 'doc', 'docx'])).min(1),
  oneFilePerPaper: z.boolean(),
  certifiedCopies: z.enum(['required', 'not_needed', 'as_listed']),
})

/** A procedure as it stands during [validFrom, validTo). A request keeps the one it was received under. */
export const PackVersion = z.object({
  validFrom: Day,
  validTo: Day.nullable(),
  name: Said,
  field: z.string(),
  decision: z.string().nullable(),
  legalBasis: z.array(z.string()),
  authority: z.string(),
  channels: z.array(Channel).min(1),
  papers: z.array(Paper),
  questions: z.array(Question).default([]),
  /** Only for papers that answers to these questions call for; e.g. phiếu số 2 allows no proxy. */
  proxy: Proxy,
  proxyWhen: z.array(z.object({ when: Condition, proxy: Proxy })).default([]),
  vneidLevel: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  uploadRule: UploadRule.nullable(),
  portalUrl: z.url().nullable(),
  result: Said.nullable(),
  /** What the officer must ask before filing, and what to warn of. */
  officerAsks: z.array(Said).default([]),
  warnings: z.array(Said).default([]),
  source: z.string().min(1),
  checkedOn: Day,
})

/**
 * A procedure that ships with the program or comes in a programme pack.
 * `plainName` is what people call it; `spoken` are further ways that they ask for it.
 */
export const PackProcedure = z.object({
  code: Code,
  plainName: Said,
  /** One line for lists: what it is for. */
  purpose: Said,
  spoken: z.array(z.string()).default([]),
  /** Codes under which it was known before, or that it now goes by. */
  succeeds: z.array(z.string()).default([]),
  versions: z.array(PackVersion).min(1),
})

export const Pack = z.object({
  authorities: z.array(PackAuthority),
  procedures: z.array(PackProcedure),
})

export type Said = z.infer<typeof Said>
export type Channel = z.infer<typeof Channel>
export type Method = Channel['method']
export type Question = z.infer<typeof Question>
export type Condition = z.infer<typeof Condition>
export type Paper = z.infer<typeof Paper>
export type Proxy = z.infer<typeof Proxy>
export type UploadRule = z.infer<typeof UploadRule>
export type PackAuthority = z.infer<typeof PackAuthority>
export type Pack = z.infer<typeof Pack>
export type PackProcedure = z.infer<typeof PackProcedure>
export type PackVersion = z.infer<typeof PackVersion>
export type ProcessingTime = z.infer<typeof ProcessingTime>
