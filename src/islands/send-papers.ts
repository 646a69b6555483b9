type Answer = { received?: number; taken?: boolean; troubles?: string[]; refused?: string }

const partBytes = 256 * 1024
const mostTries = 7

/**
 * Sends the files of its form in parts, shows how far it is, and goes on after a broken line from what
 * has arrived: the same file has the same key, also when the page was closed in between. Files may be
 * dropped onto it. Without script the form is sent as a whole.
 */
class SendPapers extends HTMLElement {
  private busy = false

  connectedCallback() {
    const form = this.querySelector('form')
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    if (!form || !input) return
    form.addEventListener('submit', (event) => {
      const files = [...(input.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      if (!this.busy) void this.sendAll(form, files)
    })
    this.addEventListener('dragover', (event) => {
      event.preventDefault()
      this.toggleAttribute('data-over', true)
    })
    this.addEventListener('dragleave', () => this.toggleAttribute('data-over', false))
    this.addEventListener('drop', (event) => {
      event.preventDefault()
      this.toggleAttribute('data-over', false)
      if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files
    })
  }

  private async sendAll(form: HTMLFormElement, files: File[]) {
    this.busy = true
    const told: string[] = []
    try {
      for (const file of files) {
        const { refused, troubles = [] } = await this.send(form, file)
        for (const it of refused === undefined ? troubles : [refused])
          told.push(`${file.name}: ${it}`)
      }
      if (told.length === 0) location.assign(this.dataset.done ?? location.href)
      else this.say(told.join(' '), 1)
    } catch {
      this.say(this.dataset.failed ?? '', 0)
    }
    this.busy = false
  }

  private async send(form: HTMLFormElement, file: File): Promise<Answer> {
    const of = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? ''
    const [which, name] = [of('which'), of('name')]
    const key = markOf(`${which}|${name}|${file.name}|${file.size}|${file.lastModified}`)
    let from = 0
    // The first question carries nothing: it asks how much is there already.
    let part = new Blob([])
    for (let tries = 0; ;) {
      this.say(
        (this.dataset.progress ?? '%').replace('%', file.name),
        from / Math.max(1, file.size),
      )
      const asked = new URLSearchParams({ from: `${from}`, total: `${file.size}`, which, name })
      const answer = await put(`${this.dataset.parts ?? ''}${key}?${asked}`, part)
      if (answer?.refused !== undefined || answer?.taken) return answer
      if (answer?.received === undefined) {
        if (++tries >= mostTries) throw new Error('the line is down')
        this.say(this.dataset.again ?? '', from / Math.max(1, file.size))
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries))
        continue
      }
      tries = 0
      from = answer.received
      part = file.slice(from, from + partBytes)
    }
  }

  private say(text: string, part: number) {
    const place = this.querySelector<HTMLElement>('[data-sending]')
    const says = place?.querySelector('[data-says]')
    const bar = place?.querySelector('progress')
    if (place) place.hidden = false
    if (says && says.textContent !== text) says.textContent = text
    if (bar) bar.value = part
  }
}

/** Null when the line broke or the house is restarting. */
async function put(address: string, body: Blob): Promise<Answer | null> {
  const headers = { 'Content-Type': 'application/octet-stream' }
  const response = await fetch(address, { method: 'PUT', body, headers }).catch(() => null)
  if (!response || response.status >= 500) return null
  return (await response.json().catch(() => null)) as Answer | null
}

/** A short mark of a text, the same each time (FNV-1a, twice). */
function markOf(text: string): string {
  const hash = (seed: number) => {
    let value = seed
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
    return (value >>> 0).toString(36)
  }
  return `tep-${hash(0x811c9dc5)}-${hash(0x1234567)}-${text.length}`
}

customElements.define('send-papers', SendPapers)
