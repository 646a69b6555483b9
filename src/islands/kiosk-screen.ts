import { askAgain } from './kiosk/ask-again.ts'
import { scanCode, typeCode } from './kiosk/fill-code.ts'
import { putInPlace } from './kiosk/put-in-place.ts'
import { readPressed } from './kiosk/read-pressed.ts'
import { readScanner } from './kiosk/read-scanner.ts'

/**
 * The next screen is fetched and put in place, so that a server that is gone never leaves a browser's
 * error page here: what was pressed is sent again (its form has a key: one press, one number), then
 * people are sent to the counter until the server is back. `data-idle` seconds without a touch lead
 * to the first screen. A scanner types into `[data-scan]`; `[data-print]` is printed.
 */
class KioskScreen extends HTMLElement {
  private readonly voice = new Audio()
  private touched = Date.now()
  private looked = Date.now()
  private busy = false
  private run = 0

  connectedCallback() {
    this.addEventListener('click', this.press)
    this.addEventListener('submit', this.send)
    document.addEventListener('pointerdown', this.touch)
    document.addEventListener('keydown', this.touch)
    document.addEventListener(
      'keydown',
      readScanner((text) => scanCode(this, text)),
    )
    setInterval(this.tick, 1000)
    this.appear()
  }

  private touch = () => {
    this.touched = Date.now()
  }

  private press = (event: MouseEvent) => {
    const target = event.target as Element
    const { href } = target.closest('a') ?? {}
    const { say } = target.closest<HTMLElement>('[data-say]')?.dataset ?? {}
    const pad = target.closest<HTMLButtonElement>('[formmethod=get]')
    if (say !== undefined) {
      this.voice.src = say
      void this.voice.play()
    }
    if (pad || href !== undefined) event.preventDefault()
    if (pad) typeCode(this, pad.name === 'them' ? pad.value : '')
    else if (href !== undefined) void this.go(href, {})
  }

  private send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    void this.go(form.action, { method: 'POST', body: readPressed(event) })
  }

  private tick = () => {
    const { start = '', idle } = this.dataset
    const still = (Date.now() - this.touched) / 1000
    const old = (Date.now() - this.looked) / 1000
    const wait = this.hasAttribute('data-gone') ? 4 : 20
    if (idle && !this.hasAttribute('data-gone') ? still > Number(idle) : still > 4 && old > wait)
      void this.go(start)
  }

  /** What somebody pressed goes before what the machine looks up by itself, and is not pressed twice. */
  private async go(url: string, pressed?: RequestInit) {
    if (this.busy) return
    const mine = ++this.run
    this.busy = pressed !== undefined
    this.show('[data-wait]', this.busy)
    const html = await askAgain(url, pressed ?? {}, pressed ? 3 : 1)
    if (mine !== this.run) return
    const there = html !== null && putInPlace(html, this)
    this.busy = false
    this.looked = Date.now()
    this.toggleAttribute('data-gone', !there)
    this.show('[data-wait]', false)
    this.show('[data-cut]', !there)
    if (!there) return
    this.touch()
    this.appear()
  }

  private appear() {
    this.querySelector<HTMLElement>('[autofocus]')?.focus()
    for (const it of this.querySelectorAll<HTMLElement>('[data-say]')) it.hidden = false
    if (this.querySelector('[data-print]')) setTimeout(() => print(), 150)
  }

  private show(what: string, shown: boolean) {
    this.querySelector(what)?.toggleAttribute('hidden', !shown)
  }
}

customElements.define('kiosk-screen', KioskScreen)
