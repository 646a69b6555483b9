import { useEffect, useState } from 'hono/jsx'
import { render } from 'hono/jsx/dom'
import { LineProvider } from '../web/desk/line/line-view.ts'
import { LineWork } from '../web/desk/line/work.tsx'
import type { LineState } from '../web/desk/line/line-state.ts'
import { paths } from '../web/paths.ts'
import type { Lang } from '../words/bilingual.ts'
import { deskLine } from '../words/desk-line.ts'
import { lastDay, openStorage } from './desk-line/line-storage.ts'
import { openLine, type OpenLine, type Shown } from './desk-line/open-line.ts'
import { readPressed } from './desk-line/pressed.ts'

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
    const begun = this.begin()
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

  /** From the page as sent, or, loaded while cut off, from what this browser kept. */
  private begin() {
    const sent = this.dataset['state']
    if (sent) {
      const state = JSON.parse(sent) as LineState
      return { state, now: state.asOf, offSince: null, cut: false }
    }
    const day = lastDay(localStorage)
    const kept = day === null ? null : openStorage(localStorage, day).kept()
    if (!kept) return null
    const passed = Math.max(0, Date.now() - kept.wall)
    const now = kept.state.asOf + passed
    return { state: kept.state, now, offSince: kept.offSince ?? now, cut: true }
  }

  private listen(line: OpenLine, to: (path: string) => string) {
    this.addEventListener('submit', (event) => {
      const pressed = readPressed(event)
      if (!pressed) return
      event.preventDefault()
      const form = event.target as HTMLFormElement
      if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur()
      void line.press(pressed).then(() => form.isConnected && form.reset())
    })
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('[data-seen]')) line.seen()
    })
    const stream = new EventSource(to(paths.deskLineStream()))
    stream.addEventListener('state', () => void line.pull())
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
