type Item = { url: string; title: string; date_published: string; language?: string }

const shown = 5
const often = 15 * 60_000

/**
 * The newest bulletins on another site's page, in that site's own type and colours; looked up again
 * while the page stays open. Until they are there, and where they cannot be had, what stood inside the
 * element stays. Words of others are only ever set as text.
 */
class CommuneNews extends HTMLElement {
  private list: HTMLUListElement | undefined
  private readAt = 0
  private timer: number | undefined
  private readonly look = () => void this.refresh()

  connectedCallback() {
    this.look()
    this.timer = window.setInterval(this.look, 60_000)
    document.addEventListener('visibilitychange', this.look)
  }

  disconnectedCallback() {
    window.clearInterval(this.timer)
    document.removeEventListener('visibilitychange', this.look)
  }

  private async refresh(): Promise<void> {
    const feed = this.getAttribute('feed')
    if (!feed || document.hidden || Date.now() - this.readAt < often) return
    this.readAt = Date.now()
    try {
      const answer = await fetch(feed, { credentials: 'omit' })
      if (!answer.ok) return
      const { items } = (await answer.json()) as { items: Item[] }
      this.show(items.slice(0, shown))
    } catch {
      // The site, or the way to it, is away: what is shown stays, and it is asked again.
    }
  }

  private show(items: Item[]) {
    const list = document.createElement('ul')
    list.append(...items.flatMap((it) => (/^https?:/.test(it.url) ? [row(it)] : [])))
    if (this.list) this.list.replaceWith(list)
    else this.prepend(list)
    this.list = list
  }
}

function row(it: Item): HTMLLIElement {
  const link = document.createElement('a')
  link.href = it.url
  link.textContent = it.title
  const at = document.createElement('time')
  at.dateTime = it.date_published
  const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
  at.textContent = new Date(it.date_published).toLocaleDateString('vi-VN', {
    ...day,
    timeZone: 'Asia/Ho_Chi_Minh',
  })
  const li = document.createElement('li')
  if (it.language) li.lang = it.language
  li.append(link, ' ', at)
  return li
}

// Pasted twice on a page, it is still one element.
if (!customElements.get('commune-news')) customElements.define('commune-news', CommuneNews)
