import type { Child } from 'hono/jsx'
import { useView } from '../view.ts'

type Said = { vi: string; en: string }

/** What is told in two languages. What nobody has translated yet is marked as Vietnamese. */
export function Told({ said }: { said: Said }) {
  const { lang } = useView()
  if (lang === 'en' && said.en === said.vi) return <span lang="vi">{said.vi}</span>
  return <>{said[lang]}</>
}

/** Names and texts that are Vietnamese on every page: of laws, venues, people, reasons given. */
export function Vietnamese({ text }: { text: string }) {
  const { lang } = useView()
  return lang === 'vi' ? <>{text}</> : <span lang="vi">{text}</span>
}

/** A sentence of ours around something told, which stands at its %: “Decided by %”. */
export function Sentence({ text, children }: { text: string; children?: Child }) {
  const [before = '', after = ''] = text.split('%')
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
