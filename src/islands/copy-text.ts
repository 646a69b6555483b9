/** Puts the text of its box on the clipboard; without script the box is selected and copied by hand. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('textarea')
    const button = this.querySelector('button')
    if (!box || !button) return
    button.hidden = false
    const label = button.textContent
    button.addEventListener('click', () => void this.take(box, button, label))
    box.addEventListener('focus', () => box.select())
  }

  private async take(box: HTMLTextAreaElement, button: HTMLButtonElement, label: string | null) {
    await copy(box)
    button.textContent = button.dataset.copied ?? label
    setTimeout(() => (button.textContent = label), 3000)
  }
}

/** The clipboard is only there over HTTPS; an office's own network may have none. */
async function copy(box: HTMLTextAreaElement): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(box.value)
  box.select()
  document.execCommand('copy')
}

customElements.define('copy-text', CopyText)
