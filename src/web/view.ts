import { createContext, useContext } from 'hono/jsx'
import { words, type Lang, type Words } from '#src/words/index.ts'

/** What every component may ask for: the language, its words, and how to write an address in it. */
export type View = {
  lang: Lang
  w: Words
  /** The address of a page in the language being read: `/en` before it in English. */
  to: (path: string) => string
}

export function viewIn(lang: Lang): View {
  return { lang, w: words[lang], to: (path) => (lang === 'vi' ? path : `/en${path}`) }
}

export const ViewContext = createContext<View>(viewIn('vi'))

export function useView(): View {
  return useContext(ViewContext)
}
