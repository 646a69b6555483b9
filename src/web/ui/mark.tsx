/** The mark: a roof over a desk with the day's sun on it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
      <path d="M20 2 2 15v3h36v-3Z" fill="#a8321c" />
      <path d="M6 20h28v9a9 9 0 0 1-9 9H15a9 9 0 0 1-9-9Z" fill="#0b6b4f" />
      <circle cx="20" cy="28" r="5" fill="#f2b632" />
    </svg>
  )
}

/** The same mark as an icon of the tab, inside the page: it costs no request. */
export const markIcon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M20 2 2 15v3h36v-3Z" fill="#a8321c"/><path d="M6 20h28v9a9 9 0 0 1-9 9H15a9 9 0 0 1-9-9Z" fill="#0b6b4f"/><circle cx="20" cy="28" r="5" fill="#f2b632"/></svg>',
)}`
