import type { Plane, Point } from './picture.ts'
import { meet } from './quad.ts'

const samples = 48

export type Side = {
  /** Along how much of it the paper inside is lighter than what lies outside, 0 to 1. */
  lighter: number
  /** How much of it has anything outside: the edge of the picture has not. */
  within: number
}

/** What speaks for a side of a page. At the edge of the picture only that the page goes on there. */
export function sideSupport(light: Plane, quad: Point[], side: number): Side {
  const along = sideOf(quad, side)
  const paper = valueAt(light, centreOf(quad), { x: 0, y: 0 }, 0) ?? 255
  let [seen, lighter, open] = [0, 0, 0]
  for (let i = 2; i < samples - 2; i++) {
    const at = along.at(i / (samples - 1))
    const inner = valueAt(light, at, along.inward, 3)
    const outer = valueAt(light, at, along.inward, -3)
    seen++
    if (outer !== null) open++
    if (inner === null) continue
    if (outer === null ? inner > 0.7 * paper : inner > outer * 1.06 + 2) lighter++
  }
  return { lighter: lighter / seen, within: open / seen }
}

/** Moves each side to where light changes most near it, and the corners to where sides then meet. */
export function snapToSides(light: Plane, quad: Point[]): Point[] | null {
  let now = quad
  for (const reach of [0.035, 0.015]) {
    const lines = [0, 1, 2, 3].map((side) => lineNear(light, now, side, reach))
    const next: Point[] = []
    for (let i = 0; i < 4; i++) {
      const [before, after] = [lines[(i + 3) % 4]!, lines[i]!]
      const corner = meet(before[0], before[1], after[0], after[1])
      if (!corner) return null
      next.push(corner)
    }
    now = next
  }
  return now
}

function lineNear(light: Plane, quad: Point[], side: number, reach: number): [Point, Point] {
  const along = sideOf(quad, side)
  const far = Math.max(2, Math.round(reach * Math.max(light.width, light.height)))
  const found: { part: number; off: number; weight: number }[] = []
  for (let i = 2; i < samples - 2; i++) {
    const part = i / (samples - 1)
    const at = along.at(part)
    let best = { off: 0, weight: 0 }
    for (let off = -far; off <= far; off++) {
      const within = valueAt(light, at, along.inward, off + 1.5)
      const without = valueAt(light, at, along.inward, off - 1.5)
      if (within === null || without === null) continue
      const weight = Math.log((within + 8) / (without + 8))
      if (weight > best.weight) best = { off, weight }
    }
    if (best.weight > 0.05) found.push({ part, ...best })
  }
  const line = found.length < samples / 4 ? { from: 0, slope: 0 } : fit(found)
  const point = (part: number): Point => {
    const at = along.at(part)
    const off = line.from + line.slope * part
    return { x: at.x + along.inward.x * off, y: at.y + along.inward.y * off }
  }
  return [point(0), point(1)]
}

/** A straight line through most of the finds: those far from it are left out, twice. */
function fit(found: { part: number; off: number }[]): { from: number; slope: number } {
  let kept = found
  let line = { from: middle(found.map((it) => it.off)), slope: 0 }
  for (let round = 0; round < 3; round++) {
    const miss = (it: { part: number; off: number }) =>
      Math.abs(it.off - line.from - line.slope * it.part)
    const most = Math.max(1, 2 * middle(found.map(miss)))
    kept = found.filter((it) => miss(it) <= most)
    if (kept.length < 4) return line
    const [x, y] = [mean(kept.map((it) => it.part)), mean(kept.map((it) => it.off))]
    let [up, across] = [0, 0]
    for (const it of kept) {
      up += (it.part - x) * (it.off - y)
      across += (it.part - x) ** 2
    }
    const slope = across < 1e-6 ? 0 : up / across
    line = { from: y - slope * x, slope }
  }
  return line
}

function sideOf(quad: Point[], side: number) {
  const [a, b] = [quad[side]!, quad[(side + 1) % 4]!]
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  // Corners go clockwise on a screen, so the page lies to the right of each side.
  const inward = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length }
  return {
    at: (part: number) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }),
    inward,
  }
}

function valueAt(light: Plane, at: Point, inward: Point, off: number): number | null {
  const x = Math.round(at.x + inward.x * off - 0.5)
  const y = Math.round(at.y + inward.y * off - 0.5)
  if (x < 0 || y < 0 || x >= light.width || y >= light.height) return null
  return light.data[y * light.width + x]!
}

const mean = (values: number[]) => values.reduce((sum, it) => sum + it, 0) / values.length
const middle = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const centreOf = (quad: Point[]): Point => ({
  x: mean(quad.map((it) => it.x)),
  y: mean(quad.map((it) => it.y)),
})
