/**
 * Keys for the desk: pressing the key named by `data-key` clicks its button or link, and the key
 * printed on it is shown only once it works. `Ctrl+Enter` also works while typing.
 */
class DeskKeys extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.press)
    for (const hint of document.querySelectorAll<HTMLElement>('[data-key] kbd')) hint.hidden = false
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.press)
  }

  private press = (event: KeyboardEvent) => {
    const key = (event.ctrlKey ? 'Ctrl+' : '') + event.key
    const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    if (!target || event.altKey || event.metaKey || event.repeat) return
    event.preventDefault()
    target.click()
  }
}

customElements.define('desk-keys', DeskKeys)
