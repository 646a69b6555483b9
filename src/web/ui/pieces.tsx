import type { Child } from 'hono/jsx'

export type Tone = 'leaf' | 'sun' | 'hot' | 'plain'

/** A short word on a coloured ground; the word alone says it too. */
export function Tag({ tone = 'leaf', children }: { tone?: Tone; children?: Child }) {
  return <span class={tone === 'leaf' ? 'tag' : `tag ${tone}`}>{children}</span>
}

/** Facts in two columns: what, and how it is. Rows without an answer are left out. */
export function Summary({ rows }: { rows: [Child, Child][] }) {
  return (
    <dl class="summary">
      {rows
        .filter(([, fact]) => fact !== null && fact !== undefined && fact !== false && fact !== '')
        .map(([what, fact]) => (
          <div>
            <dt>{what}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  )
}

export function Notice({
  tone = 'leaf',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children?: Child
}) {
  return (
    <div class={tone === 'leaf' ? 'notice' : `notice ${tone}`}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

/** Large numbers with what they count. */
export function Figures({ rows }: { rows: [string, string][] }) {
  return (
    <dl class="figures">
      {rows.map(([what, figure]) => (
        <div>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Bars with their numbers written on; the same on paper. The text stays text: it wraps and grows. */
export function Bars({
  label,
  rows,
  most = Math.max(1, ...rows.map((row) => row.value)),
}: {
  label: string
  rows: { name: Child; value: number; said?: string }[]
  /** What a full bar stands for; the largest value when left out. */
  most?: number
}) {
  return (
    <ul class="bars" aria-label={label}>
      {rows.map((row) => (
        <li>
          <span>{row.name}</span> <b>{row.said ?? String(row.value)}</b>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="1" />
            <rect class="bar" width={Math.round((row.value / most) * 1000) / 10} height="1" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
