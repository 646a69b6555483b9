import { z } from 'zod'
import { Day } from './shapes.ts'

export const ProcessingTime = z
  .object({
    amount: z.number().int(),
    unit: z
      .enum(['working_days', 'days', 'hours', 'months', 'same_day'])
      .describe('As `/calendar/due` takes it.'),
  })
  .meta({ id: 'ProcessingTime' })

export const Levels = z
  .array(z.string())
  .describe('Levels of government that do it: commune, district, province, ministry, other.')

export const Origin = z
  .enum(['shipped', 'national', 'office'])
  .describe('Described with care and checked, imported from the national list, or an office’s own.')

/** By which answers a paper or a rule applies: each question named, answered with one of these. */
const When = z
  .record(z.string(), z.array(z.string()))
  .describe('Applies when each question named was answered with one of these; always when empty.')

const Channel = z
  .object({
    method: z.enum(['online', 'in_person', 'post']),
    time: ProcessingTime.nullable().describe('Null when it is not known.'),
    feeVnd: z.number().nullable().describe('In đồng; null when it is not known.'),
    feeSetByProvince: z.boolean().describe('Each province decides the fee.'),
    feeNote: z.string().nullable(),
  })
  .meta({ id: 'Channel' })

const Question = z
  .object({
    id: z.string(),
    text: z.string(),
    answers: z.array(z.object({ id: z.string(), text: z.string() })),
  })
  .meta({ id: 'Question' })

const Paper = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().nullable().describe('Where to get it, or what must be right about it.'),
    originals: z.number().int(),
    copies: z.number().int(),
    shownOnly: z.boolean().describe('Shown and given back, not handed in.'),
    certifiedOnline: z.boolean().describe('Must be a certified copy when filed online.'),
    group: z.string().nullable(),
    when: When,
  })
  .meta({ id: 'Paper' })

const Proxy = z
  .object({
    allowed: z.enum(['anyone', 'parents_of_minor', 'nobody']),
    kin: z.enum(['family', 'close_family']).describe('Whom this law counts as a relative.'),
    kinProof: z.enum(['none', 'written', 'certified']),
    otherProof: z.enum(['none', 'written', 'certified', 'not_allowed']),
    note: z.string().nullable(),
  })
  .meta({ id: 'Proxy' })

const UploadRule = z
  .object({
    maxMegabytes: z.number(),
    types: z.array(z.string()),
    oneFilePerPaper: z.boolean(),
    certifiedCopies: z.enum(['required', 'not_needed', 'as_listed']),
  })
  .meta({ id: 'UploadRule' })

/** A procedure as it stands on a day, whole. */
export const Procedure = z
  .object({
    code: z.string(),
    name: z.string().describe('The official name.'),
    plainName: z.string().describe('What people call it.'),
    purpose: z.string().nullable(),
    origin: Origin,
    validFrom: Day,
    validTo: Day.nullable().describe('The first day on which this version holds no more.'),
    field: z.string().describe('In Vietnamese.'),
    ministry: z.string().nullable(),
    decision: z.string().nullable().describe('The decision that published it.'),
    legalBasis: z.array(z.string()),
    levels: Levels,
    subjects: z.array(z.string()),
    authority: z.string().nullable().describe('Who decides.'),
    channels: z.array(Channel).describe('Ways of filing, with time and fee.'),
    papers: z.array(Paper),
    questions: z.array(Question).describe('What the papers and the proxy depend on.'),
    proxy: Proxy.nullable().describe('Who may come for another; null when it is not known.'),
    proxyWhen: z.array(z.object({ when: When, proxy: Proxy })).describe('Replace `proxy`.'),
    vneidLevel: z.number().int().nullable().describe('Level of the VNeID account needed: 0, 1, 2.'),
    uploadRule: UploadRule.nullable(),
    portalUrl: z.string().nullable(),
    result: z.string().nullable(),
    warnings: z.array(z.string()),
    source: z.string(),
    checkedOn: Day,
  })
  .meta({ id: 'Procedure' })
