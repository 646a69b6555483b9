/** A picture as bytes: red, green, blue for each point, row by row, without alpha. */
export type Picture = { width: number; height: number; data: Uint8Array }

/** One channel of a picture: lightness, or whatever else has one number a point. */
export type Plane = { width: number; height: number; data: Float32Array }

export type Point = { x: number; y: number }

/** Top left, top right, bottom right, bottom left, as fractions of width and height. */
export type Corners = [Point, Point, Point, Point]

export const wholePicture: Corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

/** The picture made smaller by whole steps, each point the mean of those it stands for. */
export function shrink(picture: Picture, longest: number): Picture {
  const step = Math.ceil(Math.max(picture.width, picture.height) / longest)
  if (step <= 1) return picture
  const width = Math.max(1, Math.floor(picture.width / step))
  const height = Math.max(1, Math.floor(picture.height / step))
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0
        for (let dy = 0; dy < step; dy++) {
          let at = ((y * step + dy) * picture.width + x * step) * 3 + channel
          for (let dx = 0; dx < step; dx++, at += 3) sum += picture.data[at]!
        }
        data[(y * width + x) * 3 + channel] = sum / (step * step)
      }
  return { width, height, data }
}

/** How light each point is to the eye (Rec. 709), 0 to 255. */
export function lightness({ width, height, data }: Picture): Plane {
  const out = new Float32Array(width * height)
  for (let i = 0, at = 0; i < out.length; i++, at += 3)
    out[i] = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!
  return { width, height, data: out }
}

/** The value below which this part of all values lies; of many values a sample tells. */
export function quantile(values: ArrayLike<number>, part: number): number {
  const step = Math.max(1, Math.floor(values.length / 20_000))
  const sample: number[] = []
  for (let i = 0; i < values.length; i += step) sample.push(values[i]!)
  sample.sort((a, b) => a - b)
  return sample[Math.min(sample.length - 1, Math.floor(part * sample.length))] ?? 0
}
