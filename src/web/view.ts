import { createContext, useContext } from 'hono/jsx'
import { words, type Lang, type Words } from '#src/words/index.ts'
import { withCame } from './with-came.ts'

/** What every component may ask for: the language, its words, and how to write an address in it. */
export type View = {
  lang: Lang
  w: Words
  /** The address of a page in the language being read: `/en` before it in English. */
  to: (path: string) => string
}

/** @param came the way by which the reader came; it travels on in the links of the pages (came-from.ts) */
export function viewIn(lang: Lang, came = ''): View {
  // The first page is `/en`, not `/en/`.
  const to = (path: string) => {
    const whole = withCame(path, came)
    return lang === 'vi' ? whole : `/en${whole.replace(/^\/(?=\?|$)/, '')}`
  }
  return { lang, w: words[lang], to }
}

export const ViewContext = createContext<View>(viewIn('vi'))

export function useView(): View {
  return useContext(ViewContext)
}
