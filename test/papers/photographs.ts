import sharp from 'sharp'
import type { Corners, Picture, Point } from '#src/modules/papers/picture/picture.ts'
import { chance } from './chance.ts'
import { drawSheet } from './sheet.ts'

export type Photograph = { jpeg: Buffer; picture: Picture; corners: Corners }

type Wish = {
  /** Blurs the whole photograph, in points. */
  blur?: number
  /** How bright the room is; 1 is bright. */
  room?: number
  /** Moves the sheet by this part of the picture, until it is cut off. */
  aside?: number
}

/**
 * A sheet photographed with a phone: lying askew on a table, a cloth or crumpled paper, seen from the
 * side, under a lamp, with the shadow of a hand, in grain. The same seed makes the same picture.
 */
export async function photograph(seed: number, wish: Wish = {}): Promise<Photograph> {
  const random = chance(seed * 7919 + 17)
  const [width, height] = [1050, 1400]
  const sheet = drawSheet(seed)
  const corners = lay(random, width, height, wish.aside ?? 0)
  const data = background(random, width, height)
  paste(data, width, height, sheet, corners)
  lightUp(random, data, width, height, wish.room ?? 1)
  let image = sharp(data, { raw: { width, height, channels: 3 } })
  if (wish.blur) image = image.blur(wish.blur)
  const jpeg = await image.jpeg({ quality: 82 }).toBuffer()
  const decoded = await sharp(jpeg).raw().toBuffer()
  const fractions = corners.map(({ x, y }) => ({ x: x / width, y: y / height })) as Corners
  return { jpeg, picture: { width, height, data: decoded }, corners: fractions }
}

/** How far the corners that were found lie from the true ones at most, in parts of the diagonal. */
export function missOf(found: Corners, truth: Corners): number {
  return (
    Math.max(...found.map((it, i) => Math.hypot(it.x - truth[i]!.x, it.y - truth[i]!.y))) /
    Math.SQRT2
  )
}

function lay(random: () => number, width: number, height: number, aside: number): Corners {
  const turn = (random() - 0.5) * 0.5
  const tall = height * (0.62 + random() * 0.16)
  const wide = tall / Math.SQRT2
  const lean = () => 1 + (random() - 0.5) * 0.16
  const [cx, cy] = [
    width * (0.5 + (random() - 0.5) * 0.06 + aside),
    height * (0.5 + (random() - 0.5) * 0.05),
  ]
  const place = (dx: number, dy: number): Point => {
    const [x, y] = [(dx * wide * lean()) / 2, (dy * tall * lean()) / 2]
    return {
      x: cx + x * Math.cos(turn) - y * Math.sin(turn),
      y: cy + x * Math.sin(turn) + y * Math.cos(turn),
    }
  }
  return [place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)]
}

/** Wood, a patterned cloth, or crumpled grey packing paper: the last is the hardest. */
function background(random: () => number, width: number, height: number): Buffer {
  const kind = Math.floor(random() * 3)
  const base = [
    [128, 88, 56],
    [64, 92, 120],
    [138, 136, 132],
  ][kind]!
  const rough = [noise(random, 5), noise(random, 14), noise(random, 40)]
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height]
      let swing = 0
      if (kind === 0) swing = 0.22 * (rough[2]!(u * 0.1, v) - 0.5) + 0.1 * (rough[1]!(u, v) - 0.5)
      if (kind === 1)
        swing = (Math.floor(u * 18) + Math.floor(v * 24)) % 2 ? 0.16 : -0.1 + 0.1 * rough[1]!(u, v)
      if (kind === 2)
        // Creases: where two slopes meet, one side is light and the other dark.
        swing =
          0.5 * Math.abs(rough[0]!(u, v) - 0.5) + 0.34 * Math.abs(rough[1]!(u, v) - 0.5) - 0.12
      for (let k = 0; k < 3; k++)
        data[(y * width + x) * 3 + k] = Math.max(0, Math.min(255, base[k]! * (1 + swing)))
    }
  return data
}

function paste(
  data: Buffer,
  width: number,
  height: number,
  sheet: Picture,
  corners: Corners,
): void {
  const toSheet = inverse(corners)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = toSheet(x + 0.5, y + 0.5)
      const to = (y * width + x) * 3
      if (u < 0 || v < 0 || u >= 1 || v >= 1) {
        // The sheet throws a thin shadow onto what it lies on.
        const near = Math.max(-u, u - 1, -v, v - 1)
        if (near < 0.012) for (let k = 0; k < 3; k++) data[to + k]! *= 0.72 + near * 23
        continue
      }
      let [px, py] = [u * sheet.width - 0.5, v * sheet.height - 0.5]
      px = Math.max(0, Math.min(sheet.width - 1.001, px))
      py = Math.max(0, Math.min(sheet.height - 1.001, py))
      const [x0, y0, fx, fy] = [Math.floor(px), Math.floor(py), px % 1, py % 1]
      const from = (y0 * sheet.width + x0) * 3
      const below = sheet.width * 3
      for (let k = 0; k < 3; k++) {
        const top = sheet.data[from + k]! * (1 - fx) + sheet.data[from + 3 + k]! * fx
        const low =
          sheet.data[from + below + k]! * (1 - fx) + sheet.data[from + below + 3 + k]! * fx
        data[to + k] = top * (1 - fy) + low * fy
      }
    }
}

function lightUp(
  random: () => number,
  data: Buffer,
  width: number,
  height: number,
  room: number,
): void {
  const fall = { x: random() - 0.5, y: random() - 0.5 }
  const lamp = 0.35 + random() * 0.3
  const hand = {
    x: random(),
    y: random() < 0.5 ? 0.1 : 0.9,
    r: 0.25 + random() * 0.3,
    depth: 0.25 + random() * 0.3,
  }
  const warm = [1, 0.97 - random() * 0.04, 0.9 - random() * 0.1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height]
      const slope = 1 - lamp * (0.5 + fall.x * (u - 0.5) * 2 + fall.y * (v - 0.5) * 2)
      const away = Math.hypot(u - hand.x, (v - hand.y) * 1.33) / hand.r
      const shadow = away < 1.25 ? 1 - hand.depth * Math.min(1, (1.25 - away) / 0.35) : 1
      const grain = 1 + (random() + random() - 1) * 0.05
      const at = (y * width + x) * 3
      for (let k = 0; k < 3; k++)
        data[at + k] = Math.max(
          0,
          Math.min(255, data[at + k]! * slope * shadow * grain * warm[k]! * room),
        )
    }
}

/** Smooth bumps, `size` of them across, from 0 to 1. */
function noise(random: () => number, size: number): (u: number, v: number) => number {
  const grid = Array.from({ length: (size + 2) * (size + 2) }, random)
  const ease = (t: number) => t * t * (3 - 2 * t)
  return (u, v) => {
    const [x, y] = [u * size, v * size]
    const [x0, y0] = [Math.floor(x), Math.floor(y)]
    const [fx, fy] = [ease(x - x0), ease(y - y0)]
    const at = (dx: number, dy: number) => grid[(y0 + dy) * (size + 2) + x0 + dx]!
    return (
      (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
    )
  }
}

/** From the picture back to the unit square, by solving the eight equations of the four corners. */
function inverse(corners: Corners): (x: number, y: number) => [number, number] {
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]
  const rows = corners.flatMap(({ x, y }, i) => {
    const [u, v] = square[i]!
    return [
      [x, y, 1, 0, 0, 0, -u! * x, -u! * y, u!],
      [0, 0, 0, x, y, 1, -v! * x, -v! * y, v!],
    ]
  })
  for (let i = 0; i < 8; i++) {
    const pivot = rows.findIndex(
      (row, j) =>
        j >= i && Math.abs(row[i]!) === Math.max(...rows.slice(i).map((it) => Math.abs(it[i]!))),
    )
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let j = 0; j < 8; j++) {
      if (j === i) continue
      const factor = rows[j]![i]! / rows[i]![i]!
      for (let k = i; k < 9; k++) rows[j]![k]! -= factor * rows[i]![k]!
    }
  }
  const h = rows.map((row, i) => row[8]! / row[i]!)
  return (x, y) => {
    const depth = h[6]! * x + h[7]! * y + 1
    return [(h[0]! * x + h[1]! * y + h[2]!) / depth, (h[3]! * x + h[4]! * y + h[5]!) / depth]
  }
}
