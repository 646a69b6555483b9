import { lightness, quantile, type Picture } from './picture.ts'

/** Below this a page cannot be read without effort, nor its light be mended. */
const darkest = 85
/** How suddenly print must change against paper: a share of the page's own contrast. */
const leastSharp = 0.2
/** On an empty page nothing is sharp. */
const leastContrast = 40

export type PictureTrouble = 'blurred' | 'dark'

/** What is wrong with a straightened page before its light was evened. */
export function judgePicture(page: Picture): PictureTrouble[] {
  const light = lightness(page)
  const { width, height, data } = light
  if (quantile(data, 0.9) < darkest) return ['dark']
  const changes: number[] = []
  for (let y = 2; y < height - 2; y += 2)
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x
      changes.push(Math.abs(data[at + 1]! - data[at - 1]!))
    }
  const contrast = quantile(data, 0.95) - quantile(data, 0.01)
  if (contrast < leastContrast) return []
  return quantile(changes, 0.995) / contrast < leastSharp ? ['blurred'] : []
}
