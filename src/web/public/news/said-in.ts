import type { Published } from '#src/modules/outreach/index.ts'
import type { Lang } from '#src/words/index.ts'

/** Title and words in the language being read; `lang` is Vietnamese where there is no English. */
export function saidIn(lang: Lang, it: Published): { title: string; body: string; lang: Lang } {
  return lang === 'en' && it.titleEn !== ''
    ? { title: it.titleEn, body: it.bodyEn, lang: 'en' }
    : { title: it.titleVi, body: it.bodyVi, lang: 'vi' }
}
