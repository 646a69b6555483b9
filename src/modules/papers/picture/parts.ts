import type { Plane, Point } from './picture.ts'

/** Points that hang together, with the outermost of each row and column. */
export type Part = { area: number; rim: Point[] }

/** The two largest parts of the picture whose points are `inside`, not counting small ones. */
export function largestParts(plane: Plane, inside: (at: number) => boolean): Part[] {
  const { width, height } = plane
  const label = new Int32Array(width * height)
  const queue = new Int32Array(width * height)
  const found: { area: number; label: number }[] = []
  let next = 0
  for (let start = 0; start < label.length; start++) {
    if (label[start] !== 0 || !inside(start)) continue
    next++
    let [head, tail] = [0, 0]
    queue[tail++] = start
    label[start] = next
    while (head < tail) {
      const at = queue[head++]!
      const x = at % width
      const visit = (to: number) => {
        if (label[to] !== 0 || !inside(to)) return
        label[to] = next
        queue[tail++] = to
      }
      if (x > 0) visit(at - 1)
      if (x < width - 1) visit(at + 1)
      if (at >= width) visit(at - width)
      if (at < label.length - width) visit(at + width)
    }
    found.push({ area: tail, label: next })
  }
  return found
    .sort((a, b) => b.area - a.area)
    .slice(0, 2)
    .filter((it) => it.area > label.length / 20)
    .map((it) => ({ area: it.area, rim: rimOf(label, it.label, width, height) }))
}

function rimOf(label: Int32Array, mine: number, width: number, height: number): Point[] {
  const rim: Point[] = []
  for (let y = 0; y < height; y++) {
    const from = y * width
    let left = 0
    while (left < width && label[from + left] !== mine) left++
    if (left === width) continue
    let right = width - 1
    while (label[from + right] !== mine) right--
    rim.push({ x: left, y }, { x: right + 1, y }, { x: left, y: y + 1 }, { x: right + 1, y: y + 1 })
  }
  return rim
}
