import type { Words } from '#src/words/index.ts'

/** What a channel's reason means, and what to do; a code that is new is shown as it is. */
export function sayWhy(w: Words, why: string): string {
  const { whys } = w.deliveries
  if (!Object.hasOwn(whys, why)) return why
  const { what, remedy } = whys[why as keyof typeof whys]
  return `${what} ${remedy}`
}
