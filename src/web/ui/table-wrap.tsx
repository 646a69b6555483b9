import type { Child } from 'hono/jsx'

/** A table that may be wider than the screen scrolls by itself, by keyboard too. */
export function TableWrap({ label, children }: { label: string; children?: Child }) {
  return (
    <div class="table-wrap" role="region" aria-label={label} tabindex={0}>
      {children}
    </div>
  )
}
