import type { Picture } from '#src/modules/papers/picture/picture.ts'
import { chance } from './chance.ts'

/** A printed A4 sheet with a heading, paragraphs of strokes like letters, a photo and a red seal. */
export function drawSheet(seed: number, width = 1240): Picture {
  const random = chance(seed)
  const height = Math.round(width * Math.SQRT2)
  const data = new Uint8Array(width * height * 3).fill(248)
  const unit = width / 124
  const ink = (x: number, y: number, w: number, h: number, color: number[]) => {
    for (let py = Math.round(y); py < Math.min(height, y + h); py++)
      for (let px = Math.round(x); px < Math.min(width, x + w); px++)
        data.set(color, (py * width + px) * 3)
  }
  const line = (y: number, size: number, from: number, to: number) => {
    for (let x = from; x < to;) {
      const letters = 2 + Math.floor(random() * 6)
      for (let i = 0; i < letters && x < to; i++, x += size * 0.62) {
        ink(x, y + size * 0.2, size * 0.14, size * 0.8, [34, 34, 40])
        ink(x, y + size * (0.2 + random() * 0.7), size * 0.5, size * 0.13, [34, 34, 40])
        if (random() < 0.5)
          ink(x + size * 0.36, y + size * 0.3, size * 0.14, size * 0.7, [34, 34, 40])
      }
      x += size * 0.5
    }
  }
  line(9 * unit, 3.2 * unit, 26 * unit, 98 * unit)
  line(15 * unit, 2.6 * unit, 36 * unit, 88 * unit)
  for (let y = 26 * unit; y < 118 * unit; y += 3.6 * unit)
    line(y, 2 * unit, 13 * unit, (random() < 0.2 ? 50 + random() * 50 : 111) * unit)
  if (random() < 0.5) ink(14 * unit, 124 * unit, 18 * unit, 24 * unit, [120, 96, 84])
  const [cx, cy, r] = [88 * unit, 140 * unit, 13 * unit]
  for (let py = cy - r; py < cy + r; py++)
    for (let px = cx - r; px < cx + r; px++) {
      const far = Math.hypot(px - cx, py - cy) / r
      if ((far < 1 && far > 0.9) || far < 0.34) ink(px, py, 1, 1, [206, 36, 40])
    }
  return { width, height, data }
}
