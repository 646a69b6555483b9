/** How many of how many; `share` is between 0 and 1, and null when there is nothing to divide by. */
export type Share = { count: number; of: number; share: number | null }

/** What can be added up over any requests: each field is a number of requests, unless it says so. */
export type Measures = {
  requests: number
  filed: number
  filedOnline: number
  finished: number
  /** With a result and a due date to hold it against. */
  finishedWithDue: number
  finishedOnTime: number
  /** Taken or refused by the authority. */
  judged: number
  rightFirstTime: number
  byProxy: number
  vneidHelped: number
  extended: number
  rated: number
  reopened: number
  withPerson: number
  overdue: number
  tripsSaved: number
  kmSaved: number
  minutesSaved: number
}

/** What is reported of any group of requests. */
export type Counted = {
  requests: number
  filed: number
  finished: number
  /** Results that came by the due date, of results that had one. */
  onTime: Share
  /** Taken by the authority without asking for anything more, of those that it took or refused. */
  firstTimeRight: Share
  /** Filed online, of those filed. */
  online: Share
  /** Asked for by somebody else than the person it is for. */
  byProxy: number
  vneidHelped: number
  /** Their due date was put off with an apology. */
  extended: number
  /** Re-opened by a low rating. */
  reopened: number
  saved: { trips: number; km: number; hours: number }
}

export function shareOf(count: number, of: number): Share {
  return { count, of, share: of === 0 ? null : count / of }
}

const nothing: Measures = {
  requests: 0,
  filed: 0,
  filedOnline: 0,
  finished: 0,
  finishedWithDue: 0,
  finishedOnTime: 0,
  judged: 0,
  rightFirstTime: 0,
  byProxy: 0,
  vneidHelped: 0,
  extended: 0,
  rated: 0,
  reopened: 0,
  withPerson: 0,
  overdue: 0,
  tripsSaved: 0,
  kmSaved: 0,
  minutesSaved: 0,
}

export function addUp(parts: readonly Measures[]): Measures {
  const sum = { ...nothing }
  for (const part of parts) {
    for (const name of Object.keys(nothing) as (keyof Measures)[]) sum[name] += part[name]
  }
  // Kilometres have one decimal; adding them as binary fractions would show more.
  sum.kmSaved = Math.round(sum.kmSaved * 10) / 10
  return sum
}

/** The key figures of the measures, each of a part by its own whole. */
export function countedOf(measures: Measures): Counted {
  return {
    requests: measures.requests,
    filed: measures.filed,
    finished: measures.finished,
    onTime: shareOf(measures.finishedOnTime, measures.finishedWithDue),
    firstTimeRight: shareOf(measures.rightFirstTime, measures.judged),
    online: shareOf(measures.filedOnline, measures.filed),
    byProxy: measures.byProxy,
    vneidHelped: measures.vneidHelped,
    extended: measures.extended,
    reopened: measures.reopened,
    saved: {
      trips: measures.tripsSaved,
      km: measures.kmSaved,
      hours: Math.round(measures.minutesSaved / 0.6) / 100,
    },
  }
}

/** Puts what is alike together. */
export function pile<C>(
  cells: readonly C[],
  keyOf: (cell: C) => string,
): { key: string; first: C; cells: C[] }[] {
  return [...Map.groupBy(cells, keyOf)].map(([key, alike]) => ({
    key,
    first: alike[0]!,
    cells: alike,
  }))
}

export function sumOf(parts: readonly { requests: number }[]): number {
  return parts.reduce((sum, part) => sum + part.requests, 0)
}
