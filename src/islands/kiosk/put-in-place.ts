/** Puts a fetched screen where the present one stands; false when the page is not one of the machine's. */
export function putInPlace(html: string, place: HTMLElement): boolean {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const screen = next.querySelector<HTMLElement>(place.localName)
  if (!screen) return false
  document.title = next.title
  document.documentElement.lang = next.documentElement.lang
  delete place.dataset.idle
  Object.assign(place.dataset, screen.dataset)
  place.replaceChildren(...screen.childNodes)
  return true
}
