import { sendFile, type Asked } from './send-papers/send-file.ts'

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
    const { look = '%' } = this.dataset
    const told: string[] = []
    let taken = 0
    // What was said of the files before is not true of these.
    document.querySelector('[data-arrived]')?.remove()
    this.toggleAttribute('data-wrong', false)
    try {
      for (const file of files) {
        const { refused, troubles = [] } = await sendFile(this.askOf(form), file, this)
        if (refused === undefined) taken++
        const said =
          refused === undefined ? troubles.map((why) => look.replace('%', why)) : [refused]
        for (const it of said) told.push(`${file.name}: ${it}`)
      }
      if (told.length === 0) location.assign(this.doneFor(form))
      else this.say(told.join(' '), 1)
      this.toggleAttribute('data-wrong', told.length > 0)
      const see = this.querySelector<HTMLElement>('[data-see]')
      if (see) see.hidden = taken === 0
    } catch {
      this.say(this.dataset.failed ?? '', 0)
      this.toggleAttribute('data-wrong', true)
    }
    this.busy = false
  }

  /** The page that follows keeps the same paper chosen: the next page is mostly of it. */
  private doneFor(form: HTMLFormElement): string {
    const next = new URL(this.dataset.done ?? location.href, location.href)
    for (const name of ['which', 'name']) next.searchParams.set(name, valueOf(form, name))
    return next.href
  }

  private askOf(form: HTMLFormElement): Asked {
    const { parts = '', progress = '%', again = '' } = this.dataset
    return { parts, progress, again, which: valueOf(form, 'which'), name: valueOf(form, 'name') }
  }

  say(text: string, part: number) {
    const place = this.querySelector<HTMLElement>('[data-sending]')
    const says = place?.querySelector('[data-says]')
    const bar = place?.querySelector('progress')
    if (place) place.hidden = false
    if (says && says.textContent !== text) says.textContent = text
    if (bar) bar.value = part
  }
}

function valueOf(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? ''
}

customElements.define('send-papers', SendPapers)
