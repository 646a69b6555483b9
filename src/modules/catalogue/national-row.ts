import { z } from 'zod'
import type { Channel, Paper, ProcessingTime } from './pack.ts'

const Text = z.string().trim().min(1)
const Texts = z.array(z.string()).nullish()

/** One line of the national list, as the National Public Service Portal shows a procedure. */
export const NationalRow = z.object({
  code: z.string().regex(/^\d\.\d{6}$/),
  name: Text,
  field: Text,
  ministry: z.string().nullish(),
  decision: z.string().nullish(),
  levels: Texts,
  subjects: Texts,
  legal_basis: Texts,
  competent_authority: z.string().nullish(),
  implementing_agencies: Texts,
  channels: z.array(
    z.object({
      method: z.enum(['online', 'in_person', 'post']),
      time: z
        .object({
          value: z.number().nonnegative(),
          unit: z.enum(['working_days', 'days', 'hours', 'months']).nullable(),
        })
        .nullish(),
      fee_vnd: z.number().int().nonnegative().nullish(),
    }),
  ),
  documents: z
    .array(
      z.object({
        case: z.string().nullish(),
        name: z.string(),
        originals: z.number().int().nonnegative().nullish(),
        copies: z.number().int().nonnegative().nullish(),
      }),
    )
    .nullish(),
  result: z.string().nullish(),
  portal_url: z.url().nullish(),
})

export type NationalRow = z.infer<typeof NationalRow>

/** What we keep of it, and what we do not believe. */
export function readNationalRow(row: NationalRow) {
  const said = (vi: string) => ({ vi, en: vi })
  const agencies = (row.implementing_agencies ?? []).join('; ')
  const authority = row.competent_authority?.trim() ?? ''
  const papers: Paper[] = (row.documents ?? [])
    .filter((paper) => paper.name.trim() !== '')
    .map((paper, i) => ({
      id: `p${i + 1}`,
      name: said(paper.name.trim()),
      hint: null,
      originals: paper.originals ?? 0,
      copies: paper.copies ?? 0,
      shownOnly: false,
      certifiedOnline: false,
      group: paper.case?.trim() ? said(paper.case.trim()) : null,
      when: {},
    }))
  return {
    name: said(row.name),
    field: row.field,
    ministry: row.ministry ?? null,
    decision: row.decision ?? null,
    levels: row.levels ?? [],
    subjects: row.subjects ?? [],
    legalBasis: row.legal_basis ?? [],
    authorityText: authority || agencies || null,
    channels: row.channels.map((channel) => readChannel(channel, row.field)),
    papers,
    result: row.result?.trim() ? said(row.result.trim()) : null,
    portalUrl: row.portal_url ?? null,
  }
}

function readChannel(channel: NationalRow['channels'][number], field: string): Channel {
  return {
    method: channel.method,
    time: readTime(channel.time ?? null, field),
    // The list writes 0 also where the province sets the fee, so 0 says nothing.
    feeVnd: channel.fee_vnd || null,
    feeSetByProvince: false,
    feeNote: null,
  }
}

/** Without a unit a number means working days in hộ tịch and nothing certain elsewhere. */
function readTime(
  time: NonNullable<NationalRow['channels'][number]['time']> | null,
  field: string,
): ProcessingTime | null {
  if (!time || time.value === 0) return null
  const unit = time.unit ?? (field === 'Hộ tịch' ? 'working_days' : null)
  if (!unit) return null
  if (Number.isInteger(time.value)) return { amount: time.value, unit }
  // Half a day and the like.
  if (unit === 'days' || unit === 'working_days')
    return { amount: Math.ceil(time.value * 8), unit: 'hours' }
  return { amount: Math.ceil(time.value), unit }
}
