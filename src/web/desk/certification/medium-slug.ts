import type { Medium } from '#src/modules/certification/index.ts'

/** How the two kinds of book stand in an address. */
export const slugOf = { electronic: 'dien-tu', paper: 'giay' } as const satisfies Record<
  Medium,
  string
>

export function mediumOf(slug: string | undefined): Medium | null {
  return slug === 'dien-tu' ? 'electronic' : slug === 'giay' ? 'paper' : null
}
