import type { Lang } from '#src/words/index.ts'
import { defaultTemplates, type TemplateKind, type TemplateText } from './default-templates.ts'
import { fillTemplate, type Facts } from './fill-template.ts'

/** The office's words; ours for a part of which the facts of the day leave nothing. */
export function wordDraft(kind: TemplateKind, template: TemplateText, facts: Record<Lang, Facts>) {
  const word = (part: keyof TemplateText, lang: Lang) =>
    template[part] &&
    (fillTemplate(template[part], facts[lang]) ||
      fillTemplate(defaultTemplates[kind][part], facts[lang]))
  return {
    titleVi: word('titleVi', 'vi'),
    bodyVi: word('bodyVi', 'vi'),
    titleEn: word('titleEn', 'en'),
    bodyEn: word('bodyEn', 'en'),
  }
}
