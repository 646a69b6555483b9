type Call = { id: string; at: number; clips: string[] }

const tooOldMs = 60_000

/**
 * Says calls aloud, one after the other: every `[data-call]` that was not there before, oldest first,
 * by its recordings `data-clips`; nothing older than a minute. Browsers play nothing before somebody
 * pressed something: `[data-sound]` is that button, `[data-silent]` stands there while sound is off.
 */
class CallSound extends HTMLElement {
  private heard: string[] = []
  private waiting: Call[] = []
  private playing = false
  private on = false
  private stop = () => {}
  private readonly audio = new Audio()

  connectedCallback() {
    this.heard = this.read().map((call) => call.id)
    this.addEventListener('live', this.look)
    for (const it of ['ended', 'error']) this.audio.addEventListener(it, () => this.stop())
    this.querySelector('[data-sound]')?.addEventListener('click', this.turn)
    void this.allow()
  }

  /** Oldest first. How old a call is, the server's clock says. */
  private read(): Call[] {
    const now = Number(this.querySelector<HTMLElement>('live-region')?.dataset.now)
    const calls: Call[] = []
    for (const { dataset } of this.querySelectorAll<HTMLElement>('[data-call]'))
      calls.unshift({
        id: dataset.call ?? '',
        at: Date.now() - (now - Number(dataset.calledAt) || 0),
        clips: (dataset.clips ?? '').split(' '),
      })
    return calls
  }

  private look = () => {
    const fresh = this.read().filter((call) => !this.heard.includes(call.id))
    this.heard = [...this.heard, ...fresh.map((call) => call.id)].slice(-50)
    if (this.on) this.waiting.push(...fresh)
    void this.sayAll()
  }

  private async sayAll() {
    if (this.playing) return
    this.playing = true
    for (let call = this.waiting.shift(); call; call = this.waiting.shift()) {
      const clips = Date.now() - call.at > tooOldMs ? [] : call.clips
      for (const clip of clips) if (this.on) await this.play(clip)
    }
    this.playing = false
  }

  /** Ends also when a recording cannot be had or never ends: the next must not wait for it. */
  private play(clip: string): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(late)
        this.audio.pause()
        resolve()
      }
      const late = setTimeout(end, 8_000)
      this.stop = end
      this.audio.src = clip
      this.audio.play().catch((it: Error) => it.name === 'NotAllowedError' && this.deny())
    })
  }

  private turn = () => (this.on ? this.deny() : void this.allow())

  /** The bell is heard, or the browser says that it plays nothing before somebody has pressed. */
  private async allow() {
    if (this.playing) return
    this.playing = this.on = true
    this.show()
    await this.play(this.dataset.bell ?? '')
    this.playing = false
    void this.sayAll()
  }

  private deny() {
    this.on = false
    this.waiting = []
    this.stop()
    this.show()
  }

  private show() {
    const button = this.querySelector<HTMLElement>('[data-sound]')
    if (!button) return
    button.hidden = false
    button.textContent = (this.on ? button.dataset.off : button.dataset.on) ?? ''
    this.querySelector('[data-silent]')?.toggleAttribute('hidden', this.on)
  }
}

customElements.define('call-sound', CallSound)
