/** Prints the page once it stands there, and again by its button, named by `data-label`. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.textContent = this.dataset.label ?? ''
    button.addEventListener('click', () => print())
    this.replaceChildren(button)
    setTimeout(() => print(), 150)
  }
}

customElements.define('print-page', PrintPage)
