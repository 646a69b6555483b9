import { templateVariables, type TemplateText, type TemplateVariable } from './default-templates.ts'

/** What a day has to say for each variable, in one language; nothing for what it has not. */
export type Facts = Partial<Record<TemplateVariable, string>>

/** With any letters between: “{ngày}” is a name too, of nothing. */
const braces = /\{([^{}\n]*)\}/g

/**
 * Puts the facts into a text. A line that names a variable without a fact is left out whole, so that
 * no “Call .” is ever read aloud. A full stop that a fact brings along is not doubled.
 */
export function fillTemplate(text: string, facts: Facts): string {
  return text
    .split('\n')
    .filter((line) => namedIn(line).every((it) => facts[it as TemplateVariable]))
    .map((line) =>
      line
        .replace(braces, (_, name: string) => facts[name.trim() as TemplateVariable] ?? '')
        .replace(/[.]{2,}$/, '.')
        .replace(/([!?…])\.$/, '$1'),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Names in braces that no day can fill, and what follows a brace that stands alone. */
export function listUnknownVariables({ titleVi, bodyVi, titleEn, bodyEn }: TemplateText): string[] {
  const known: readonly string[] = templateVariables
  const texts = [titleVi, bodyVi, titleEn, bodyEn]
  const unknown = texts.flatMap(namedIn).filter((it) => !known.includes(it))
  const alone = texts.flatMap((it) => it.replace(braces, '').match(/[{}][^{}\n]{0,12}/g) ?? [])
  return [...new Set([...unknown, ...alone.map((it) => it.replace(/[{}]/, ''))])]
}

function namedIn(text: string): string[] {
  return [...text.matchAll(braces)].map(([, name]) => name!.trim())
}
