type Told = { html?: string; build?: string; clock: string; at: string; now: number }

const silenceMs = 40_000

/**
 * Shows what the server tells of this part of the page, and since when it is true. EventSource gives
 * up after some errors and does not notice a line that went dead, so the stream is watched and opened
 * again, with growing pauses, for as long as the page stays. After a new build the page loads anew.
 *
 * `data-src` names the stream; inside are `[data-live-part]`, replaced whole, and `[data-live-cut]`,
 * shown while cut off. `[data-clock]` and `[data-says-at]` get the server's time. Texts have % for
 * it. A `live` event follows every change.
 */
class LiveRegion extends HTMLElement {
  private source: EventSource | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private tries = 0
  private at = ''

  connectedCallback() {
    this.at = this.dataset.at ?? ''
    document.addEventListener('visibilitychange', this.wake)
    globalThis.addEventListener('online', this.wake)
    globalThis.addEventListener('pagehide', this.close)
    globalThis.addEventListener('pageshow', this.wake)
    this.open()
  }

  disconnectedCallback() {
    this.close()
    document.removeEventListener('visibilitychange', this.wake)
    globalThis.removeEventListener('online', this.wake)
    globalThis.removeEventListener('pagehide', this.close)
    globalThis.removeEventListener('pageshow', this.wake)
  }

  private open = () => {
    this.close()
    this.source = new EventSource(this.dataset.src ?? '')
    for (const name of ['state', 'beat'])
      this.source.addEventListener(name, (it) => this.hear(JSON.parse(it.data) as Told))
    this.source.addEventListener('cut', () => this.say(this.dataset.cut))
    this.source.addEventListener('error', this.openLater)
    this.listenFor(silenceMs)
  }

  private close = () => {
    clearTimeout(this.timer)
    this.source?.close()
    this.source = undefined
  }

  private hear({ html, build, clock, at, now }: Told) {
    this.listenFor(silenceMs)
    this.tries = 0
    this.at = at
    this.dataset.now = String(now)
    this.say()
    const part = this.querySelector('[data-live-part]')
    if (part && html !== undefined) part.innerHTML = html
    for (const it of this.querySelectorAll('[data-clock]')) it.textContent = clock
    for (const it of this.querySelectorAll<HTMLElement>('[data-says-at]'))
      it.textContent = (it.dataset.saysAt ?? '%').replace('%', at)
    if (html !== undefined) this.dispatchEvent(new CustomEvent('live', { bubbles: true }))
    if (build !== undefined && build !== this.dataset.build) void this.loadAnew()
  }

  /** Of many pages that lost the same server each comes back at a moment of its own. */
  private openLater = () => {
    this.close()
    this.say(this.dataset.cut)
    const pause = Math.min(30_000, 1000 * 2 ** this.tries++)
    this.timer = setTimeout(this.open, pause * (0.5 + Math.random() / 2))
  }

  private listenFor(ms: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.openLater, ms)
  }

  private wake = () => {
    if (document.visibilityState === 'visible' && !this.source) this.open()
  }

  private say(cut = '') {
    const place = this.querySelector<HTMLElement>('[data-live-cut]')
    const text = cut.replace('%', this.at)
    if (place && place.textContent !== text) place.textContent = text
    this.toggleAttribute('data-is-cut', cut !== '')
  }

  /** Only onto a page that is there: an error page would never come back by itself. */
  private async loadAnew() {
    const found = await fetch(location.href, { method: 'HEAD' }).catch(() => null)
    if (found?.ok) location.reload()
  }
}

customElements.define('live-region', LiveRegion)
