import { lightness, quantile, shrink, wholePicture } from './picture.ts'
import type { Corners, Picture, Plane, Point } from './picture.ts'
import { areaOf, hullOf, isConvex, quadAround } from './quad.ts'
import { largestParts, type Part } from './parts.ts'
import { sideSupport, snapToSides } from './sides.ts'

export type Found = {
  corners: Corners
  /** `page`: seen against a background; `whole`: a scan without one; `none`: the eye is not sure. */
  how: 'page' | 'whole' | 'none'
  /** A side of the page lies on the edge of the picture. */
  cutOff: boolean
}

const longest = 320
const leastArea = 0.12

/**
 * Finds the sheet of paper in a photograph. What is one even area is looked for in two ways: by being
 * lighter than what surrounds it, and by the sudden change at its rim, which a soft shadow across
 * paper and table does not touch. Four sides are put around each, moved onto the rim, and believed
 * only when paper is lighter than table along all of them.
 */
export function findPage(picture: Picture): Found {
  const small = shrink(picture, longest)
  const light = soften(lightness(small))
  if (isAllPaper(light)) return { corners: wholePicture, how: 'whole', cutOff: false }
  let best: Rated | null = null
  for (const part of candidates(small, light)) {
    const quad = quadOf(part, light)
    const rated = quad && rate(light, quad)
    if (rated && (!best || rated.score > best.score)) best = rated
  }
  best &&= growOver(light, best)
  if (!best) return { corners: wholePicture, how: 'none', cutOff: false }
  const corners = best.quad.map(({ x, y }) => ({
    x: clamp(x / light.width),
    y: clamp(y / light.height),
  })) as Corners
  return { corners, how: 'page', cutOff: isCutOff(corners, best.quad, light) }
}

type Rated = { quad: Point[]; score: number }

/** How sure it is that these are the sides of a page; null when it is not. */
function rate(light: Plane, quad: Point[]): Rated | null {
  const sides = [0, 1, 2, 3].map((side) => sideSupport(light, quad, side))
  const open = sides.filter((it) => it.within > 0.5)
  // Two sides at the edge of the picture may be anything: half a table is an even area too.
  if (open.length < 3) return null
  const weakest = Math.min(...sides.map((it) => it.lighter))
  const mean = sum(open.map((it) => it.lighter)) / open.length
  if (open.length === 3) return weakest < 0.8 || mean < 0.9 ? null : { quad, score: mean - 0.3 }
  return weakest < 0.55 || mean < 0.72 ? null : { quad, score: mean }
}

/**
 * The edge of a hard shadow looks like the end of the page. If the two neighbouring sides go on
 * beyond it and end at another rim, the page does.
 */
function growOver(light: Plane, found: Rated): Rated {
  let best = found
  for (let side = 0; side < 4; side++)
    for (let further = 0.06; further <= 1.2; further += 0.03) {
      const quad = prolong(best.quad, side, further)
      const sides = [side, (side + 1) % 4, (side + 3) % 4].map((it) => sideSupport(light, quad, it))
      if (sides.some((it) => it.lighter < 0.88 || it.within < 0.9)) continue
      const snapped = snapToSides(light, quad)
      const rated = snapped && isConvex(snapped) && rate(light, snapped)
      if (rated && rated.score > best.score - 0.04) best = rated
    }
  return best
}

/** The figure with one side moved outward, its ends along the neighbouring sides. */
function prolong(quad: Point[], side: number, part: number): Point[] {
  const out = [...quad]
  const push = (at: number, from: number) => {
    const [a, b] = [quad[at]!, quad[from]!]
    out[at] = { x: a.x + (a.x - b.x) * part, y: a.y + (a.y - b.y) * part }
  }
  push(side, (side + 3) % 4)
  push((side + 1) % 4, (side + 2) % 4)
  return out
}

/** Areas that might be the page, by growing lightness and by growing steepness of a rim. */
function* candidates(small: Picture, light: Plane): Generator<Part> {
  const white = soften(leastChannel(small))
  for (const plane of [white, light]) {
    const [low, high] = [quantile(plane.data, 0.05), quantile(plane.data, 0.98)]
    for (let i = 4; i <= 17; i++) {
      const level = low + ((high - low) * i) / 20
      yield* largestParts(plane, (at) => plane.data[at]! > level)
    }
  }
  const steep = steepness(light)
  for (const most of [0.04, 0.06, 0.08, 0.1, 0.13, 0.18, 0.25])
    yield* largestParts(light, (at) => steep.data[at]! < most)
}

function quadOf(part: Part, light: Plane): Point[] | null {
  const all = light.width * light.height
  if (part.area < leastArea * all * 0.6) return null
  const hull = hullOf(part.rim)
  const around = quadAround(hull)
  if (!around || !isConvex(around)) return null
  // The rim of a page is nearly straight, however much is printed inside.
  if (areaOf(hull) < 0.86 * areaOf(around) || part.area < 0.5 * areaOf(around)) return null
  const quad = snapToSides(light, around)
  if (!quad || !isConvex(quad)) return null
  const area = areaOf(quad)
  return area < leastArea * all || area > 1.05 * all ? null : quad
}

/** A scanner leaves no table around the page: paper up to every edge. */
function isAllPaper({ width, height, data }: Plane): boolean {
  const paper = 0.82 * quantile(data, 0.9)
  if (paper < 120) return false
  let lit = 0
  let seen = 0
  const look = (x: number, y: number) => {
    seen++
    if (data[y * width + x]! >= paper) lit++
  }
  for (let x = 0; x < width; x++) for (const y of [1, height - 2]) look(x, y)
  for (let y = 0; y < height; y++) for (const x of [1, width - 2]) look(x, y)
  return lit / seen > 0.96
}

/** A side lies along the edge of the picture, or a corner beyond it: not all was taken. */
function isCutOff(corners: Corners, quad: Point[], { width, height }: Plane): boolean {
  const near = 0.02
  const beyond = (at: number, most: number) => at < -near * most || at > most * (1 + near)
  if (quad.some((it) => beyond(it.x, width) || beyond(it.y, height))) return true
  const edges: ((p: Point) => boolean)[] = [
    (p) => p.y < near,
    (p) => p.x > 1 - near,
    (p) => p.y > 1 - near,
    (p) => p.x < near,
  ]
  return edges.some((edge) => corners.filter(edge).length >= 2)
}

/** How much lighter or darker the next points are, relative to how light it is here. */
function steepness({ width, height, data }: Plane): Plane {
  const out = new Float32Array(width * height)
  const log = data.map((it) => Math.log(it + 8))
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const across = log[at + 1]! - log[at - 1]!
      const down = log[at + width]! - log[at - width]!
      out[at] = Math.hypot(across, down)
    }
  return { width, height, data: out }
}

/** Paper is light in every colour; a table of wood is not. */
function leastChannel({ width, height, data }: Picture): Plane {
  const out = new Float32Array(width * height)
  for (let i = 0, at = 0; i < out.length; i++, at += 3)
    out[i] = Math.min(data[at]!, data[at + 1]!, data[at + 2]!)
  return { width, height, data: out }
}

/** Each point the mean of itself and its neighbours: print and grain count less. */
function soften({ width, height, data }: Plane): Plane {
  const out = new Float32Array(data)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let total = 0
      for (let dy = -width; dy <= width; dy += width)
        for (let dx = -1; dx <= 1; dx++) total += data[y * width + x + dy + dx]!
      out[y * width + x] = total / 9
    }
  return { width, height, data: out }
}

const sum = (values: number[]) => values.reduce((total, it) => total + it, 0)
const clamp = (value: number) => Math.min(1, Math.max(0, value))
