import type { Corners, Picture, Point } from './picture.ts'

/** Longest side of a straightened page: A4 at some 210 points an inch. */
const longest = 2480

/**
 * The page between four corners as if photographed from straight above. Its size is that of its
 * longer sides in the picture; nothing is made larger.
 */
export function straighten(picture: Picture, corners: Corners): Picture {
  const points = corners.map(({ x, y }) => ({ x: x * picture.width, y: y * picture.height }))
  const [a, b, c, d] = points as [Point, Point, Point, Point]
  const across = Math.max(distance(a, b), distance(d, c))
  const down = Math.max(distance(a, d), distance(b, c))
  const scale = Math.min(1, longest / Math.max(across, down))
  const width = Math.max(1, Math.round(across * scale))
  const height = Math.max(1, Math.round(down * scale))
  const map = squareTo(a, b, c, d)
  const data = new Uint8Array(width * height * 3)
  const [lastX, lastY] = [picture.width - 1, picture.height - 1]
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 3) {
      const [u, v] = [(x + 0.5) / width, (y + 0.5) / height]
      const depth = map.g * u + map.h * v + 1
      const px = Math.min(lastX, Math.max(0, (map.a * u + map.b * v + map.c) / depth - 0.5))
      const py = Math.min(lastY, Math.max(0, (map.d * u + map.e * v + map.f) / depth - 0.5))
      const [x0, y0] = [Math.floor(px), Math.floor(py)]
      const [fx, fy] = [px - x0, py - y0]
      const from = (y0 * picture.width + x0) * 3
      const right = x0 < lastX ? 3 : 0
      const below = y0 < lastY ? picture.width * 3 : 0
      for (let k = 0; k < 3; k++) {
        const i = from + k
        const top = picture.data[i]! * (1 - fx) + picture.data[i + right]! * fx
        const low = picture.data[i + below]! * (1 - fx) + picture.data[i + below + right]! * fx
        data[to + k] = top * (1 - fy) + low * fy + 0.5
      }
    }
  return { width, height, data }
}

/** The projective map of the unit square onto four points (Heckbert 1989, 2.2.3). */
export function squareTo(p0: Point, p1: Point, p2: Point, p3: Point) {
  const sx = p0.x - p1.x + p2.x - p3.x
  const sy = p0.y - p1.y + p2.y - p3.y
  const [x1, x2] = [p1.x - p2.x, p3.x - p2.x]
  const [y1, y2] = [p1.y - p2.y, p3.y - p2.y]
  const under = x1 * y2 - x2 * y1 || 1e-9
  const g = (sx * y2 - x2 * sy) / under
  const h = (x1 * sy - sx * y1) / under
  return {
    ...{ a: p1.x - p0.x + g * p1.x, b: p3.x - p0.x + h * p3.x, c: p0.x },
    ...{ d: p1.y - p0.y + g * p1.y, e: p3.y - p0.y + h * p3.y, f: p0.y },
    ...{ g, h },
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
