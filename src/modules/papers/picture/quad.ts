import type { Point } from './picture.ts'

/** The convex hull of points, clockwise on a screen (Andrew's monotone chain). */
export function hullOf(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (some: Point[]) => {
    const chain: Point[] = []
    for (const point of some) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/**
 * The four-sided figure around a hull: the side whose leaving out adds least is left out, its
 * neighbours prolonged, until four remain. Null where no four do.
 */
export function quadAround(hull: Point[]): Point[] | null {
  const points = [...hull]
  while (points.length > 4) {
    let best: { at: number; point: Point; added: number } | null = null
    for (let i = 0; i < points.length; i++) {
      const [a, b, c, d] = [0, 1, 2, 3].map((k) => points[(i + k) % points.length]!)
      const point = meet(a!, b!, d!, c!)
      // Neighbours that never meet beyond this side cannot do without it.
      if (!point || turn(b!, point, c!) <= 0) continue
      const added = Math.abs(turn(b!, point, c!))
      if (!best || added < best.added) best = { at: i, point, added }
    }
    if (!best) return null
    const [first, second] = [(best.at + 1) % points.length, (best.at + 2) % points.length]
    points[first] = best.point
    points.splice(second, 1)
  }
  return points.length === 4 ? fromTopLeft(points) : null
}

/** Clockwise from the corner nearest to the top left. */
export function fromTopLeft(points: Point[]): Point[] {
  const first = points.reduce((best, it, i) => {
    const known = points[best]!
    return it.x + it.y < known.x + known.y ? i : best
  }, 0)
  return points.map((_, i) => points[(first + i) % points.length]!)
}

/** Where the line through a and b meets the one through c and d. */
export function meet(a: Point, b: Point, c: Point, d: Point): Point | null {
  const cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
  if (Math.abs(cross) < 1e-9) return null
  const along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross
  return { x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y) }
}

export function areaOf(points: Point[]): number {
  let sum = 0
  for (const [i, a] of points.entries()) {
    const b = points[(i + 1) % points.length]!
    sum += a.x * b.y - b.x * a.y
  }
  return Math.abs(sum) / 2
}

/** Twice the area of a, b, c; above 0 when they turn clockwise on a screen. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/** Four corners in order that enclose something: no side crosses another, none turns inward. */
export function isConvex(corners: readonly Point[]): boolean {
  return corners.every((_, i) => {
    const [a, b, c] = [0, 1, 2].map((k) => corners[(i + k) % corners.length]!)
    return turn(a!, b!, c!) > 0
  })
}
