import type { BulletinText } from './bulletin.ts'
import {
  findCalledNames,
  findFullNames,
  findPersonalData,
  type Allowed,
  type PersonalData,
} from './find-personal-data.ts'
import { findJargon } from './jargon.ts'
import { countSmsParts } from './sms-parts.ts'
import { listAbbreviations } from './spoken/document-number.ts'
import { estimateSeconds } from './spoken/estimate-seconds.ts'
import { speak } from './spoken/speak.ts'

/** What the writer should think over; nothing of it stops the bulletin. */
export type Warning =
  | { warn: 'title_long'; letters: number }
  | { warn: 'script_long'; seconds: number }
  | { warn: 'decree'; found: string }
  | { warn: 'abbreviation'; found: string }
  | { warn: 'abbreviation_unknown'; found: string }
  | { warn: 'jargon'; found: string; plain: string }
  | { warn: 'sentence_long'; count: number; found: string }
  | { warn: 'sms_costly'; marked: number; plain: number }
  | { warn: 'named'; found: string }
  | { warn: 'english_missing' }

export type TextCheck = {
  /** Any of these stops it. */
  personal: PersonalData[]
  warnings: Warning[]
  seconds: number
  sms: { marked: number; plain: number }
}

const longestTitle = 90
const longestScript = 180
/** Syllables, which are the written words of Vietnamese: more are not kept in mind at one hearing. */
const longestSentence = 40
/** A text that costs more parts than this is better shortened for SMS. */
const mostParts = 3
const decree = /\d+(?:\/\d{4})?\/(?:NĐ|QĐ|TT|NQ|CT|KH|QH|TB)[\p{Lu}\p{L}\d-]*/gu

/** What is read over the loudspeaker, in the office's own way of saying short forms. */
export function scriptOf(
  text: Pick<BulletinText, 'titleVi' | 'bodyVi' | 'script'>,
  own: Readonly<Record<string, string>>,
): string {
  return speak(text.script ?? `${text.titleVi}\n${text.bodyVi}`, own)
}

/** Looks at a text before it goes out: refuses nothing by itself, says what would be refused. */
export function checkText(
  text: BulletinText & { sms?: string | undefined },
  knows: Allowed & { own: Readonly<Record<string, string>>; wordsPerMinute: number },
): TextCheck {
  const written = [text.titleVi, text.bodyVi, text.script ?? ''].join('\n')
  const seconds = estimateSeconds(scriptOf(text, knows.own), knows.wordsPerMinute)
  const { known, unknown } = listAbbreviations(written)
  const warnings: Warning[] = []
  if (text.titleVi.length > longestTitle)
    warnings.push({ warn: 'title_long', letters: text.titleVi.length })
  if (seconds > longestScript) warnings.push({ warn: 'script_long', seconds })
  for (const [found] of written.matchAll(decree)) warnings.push({ warn: 'decree', found })
  const plain = (it: string) => !written.match(decree)?.some((law) => law.includes(it))
  for (const found of known.filter(plain)) warnings.push({ warn: 'abbreviation', found })
  for (const found of unknown.filter((it) => plain(it) && !(it in knows.own)))
    warnings.push({ warn: 'abbreviation_unknown', found })
  for (const it of findJargon(written)) warnings.push({ warn: 'jargon', ...it })
  for (const sentence of written.split(/[.!?;\n]+/)) {
    const syllables = sentence.split(/\s+/).filter(Boolean)
    if (syllables.length > longestSentence)
      warnings.push({
        warn: 'sentence_long',
        count: syllables.length,
        found: `${syllables.slice(0, 6).join(' ')} …`,
      })
  }
  const personal = findPersonalData([written, text.titleEn, text.bodyEn].join('\n'), knows)
  // Officers may be named; whether somebody is one, the writer knows.
  for (const found of new Set([...findFullNames(written), ...findCalledNames(written)]))
    if (personal.every((it) => it.found !== found)) warnings.push({ warn: 'named', found })
  const sms = countSmsParts(text.sms ?? `${text.titleVi}. ${text.bodyVi}`)
  if (sms.plain > mostParts) warnings.push({ warn: 'sms_costly', ...sms })
  if (text.titleEn === '') warnings.push({ warn: 'english_missing' })
  return {
    personal,
    warnings,
    seconds,
    sms,
  }
}
