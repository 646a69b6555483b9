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
        .filter(([, fact]) => fact !== null && fact !== undefined && fact !== '')
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

/** Bars with their numbers written on; the same on paper. */
export function Bars({
  label,
  rows,
}: {
  label: string
  rows: { name: string; value: number; said?: string }[]
}) {
  const most = Math.max(1, ...rows.map((row) => row.value))
  const height = 46
  return (
    <svg class="chart" viewBox={`0 0 640 ${rows.length * height}`} role="img" aria-label={label}>
      {rows.map((row, i) => (
        <>
          <text x="0" y={i * height + 15}>
            {row.name}
          </text>
          <rect class="track" x="0" y={i * height + 21} width="560" height="14" rx="2" />
          <rect
            class="bar"
            x="0"
            y={i * height + 21}
            width={Math.round((row.value / most) * 560)}
            height="14"
            rx="2"
          />
          <text x="572" y={i * height + 33} font-weight="700">
            {row.said ?? String(row.value)}
          </text>
        </>
      ))}
    </svg>
  )
}
