/** One thing that is written otherwise than it is said. */
export type Rule = {
  /** With the flags `g` and `u`. */
  pattern: RegExp
  say: (found: Found) => string
}

export type Found = {
  /** The whole match, then each group. */
  groups: (string | undefined)[]
  /** The text around the match: many figures say what they are only by their neighbours. */
  before: string
  after: string
}

/** Says every match of the rule in its own words. */
export function applyRule(text: string, { pattern, say }: Rule): string {
  return text.replace(pattern, (...args) => {
    const at = args.findIndex((it) => typeof it === 'number')
    const [offset, whole] = [args[at] as number, args[at + 1] as string]
    const groups = args.slice(0, at) as (string | undefined)[]
    return say({
      groups,
      before: whole.slice(0, offset),
      after: whole.slice(offset + groups[0]!.length),
    })
  })
}
