/**
 * Keys for the desk: pressing the key named by `data-key` clicks its button or link, and the key
 * printed on it is shown only once it works. While a form is being filled in, only its own keys work.
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
    if (event.altKey || event.metaKey || event.repeat) return
    const key = (event.ctrlKey ? 'Ctrl+' : '') + event.key
    // While a form is being filled in, the keys of another form would lose what was typed.
    const form = document.activeElement?.closest('form')
    const filling = form?.querySelector('input:not([type=hidden]), textarea, select')
    const target = (form && filling ? form : document).querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key)}"]`,
    )
    if (!target) return
    event.preventDefault()
    target.click()
  }
}

customElements.define('desk-keys', DeskKeys)
