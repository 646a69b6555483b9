import type { Child } from 'hono/jsx'

/** A table that may be wider than the screen scrolls by itself, by keyboard too (WCAG 2.1.1). */
export function TableWrap({ label, children }: { label: string; children?: Child }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached
    <div class="table-wrap" role="region" aria-label={label} tabindex={0}>
      {children}
    </div>
  )
}
