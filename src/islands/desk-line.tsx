import { useEffect, useState } from 'hono/jsx'
import { render } from 'hono/jsx/dom'
import { LineProvider } from '../web/desk/line/line-view.ts'
import { LineWork } from '../web/desk/line/work.tsx'
import { paths } from '../web/paths.ts'
import type { Lang } from '../words/bilingual.ts'
import { deskLine } from '../words/desk-line.ts'
import { beginLine } from './desk-line/begin-line.ts'
import { openLine, type OpenLine } from './desk-line/open-line.ts'
import { readPressed, type Pressed } from './desk-line/pressed.ts'
import type { Shown } from './desk-line/shown.ts'

const beatMs = 5_000

/**
 * The page of the line, gone on with in the browser: the server's own components on a state that the
 * server sends and that is continued here while the network is gone. Its forms are taken before they
 * are sent.
 */
class DeskLine extends HTMLElement {
  connectedCallback() {
    const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
    const to = (path: string) => (lang === 'en' ? `/en${path}` : path)
    const begun = beginLine(this.dataset['state'], localStorage)
    if (!begun) return
    let show: (shown: Shown) => void = () => undefined
    let first: Shown | null = null
    const line = openLine({
      ...{ ...begun, said: deskLine[lang], to, storage: localStorage },
      show: (shown) => {
        first ??= shown
        show(shown)
      },
    })
    const App = () => {
      const [shown, setShown] = useState<Shown>(first!)
      useEffect(() => {
        show = setShown
        line.tell()
      }, [])
      const view = { ...shown, lang, said: deskLine[lang], to, typed: {}, errors: {} }
      return (
        <LineProvider value={{ ...view, newKey: () => '' }}>
          <LineWork />
        </LineProvider>
      )
    }
    render(<App />, this)
    this.listen(line, to)
    void line.start()
  }

  /** What was typed is cleared once it was taken, and only if nothing was typed since. */
  private async press(line: OpenLine, pressed: Pressed, form: HTMLFormElement) {
    const typed = () => JSON.stringify([...new FormData(form)])
    const before = typed()
    const filled = form.querySelector('input:not([type=hidden]), select') !== null
    // The keys of the page work again once no form is being filled in.
    if (filled) document.getElementById('noi-dung')?.focus({ preventScroll: true })
    const taken = await line.press(pressed)
    if (taken && filled && typed() === before) form.reset()
  }

  private listen(line: OpenLine, to: (path: string) => string) {
    this.addEventListener('submit', (event) => {
      const pressed = readPressed(event)
      if (!pressed) return
      event.preventDefault()
      void this.press(line, pressed, event.target as HTMLFormElement)
    })
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('[data-seen]')) line.seen()
    })
    const stream = new EventSource(to(paths.deskLineStream()))
    stream.addEventListener('state', () => void line.pull())
    // What another page of this browser did while cut off is shown here too.
    addEventListener('storage', line.tell)
    addEventListener('offline', () => line.cut())
    addEventListener('online', () => void line.beat())
    setInterval(() => void line.beat(), beatMs)
    for (const form of document.forms)
      if (form.action.endsWith(paths.signOut())) form.addEventListener('submit', line.forget)
    // So that the page can be loaded again while cut off; browsers allow it over HTTPS only.
    navigator.serviceWorker
      ?.register(paths.deskLineWorker(), { scope: paths.deskLine() })
      .catch(() => undefined)
  }
}

customElements.define('desk-line', DeskLine)
