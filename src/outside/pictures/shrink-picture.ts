export type SmallPicture = { jpeg: Buffer; width: number; height: number }
export type PictureTrouble = 'not_picture' | 'too_many_points' | 'broken'

/** Points of a picture, whatever its file weighs: a wall for files made to exhaust us. */
const mostPoints = 60_000_000
/** Wide enough for a page and for what Facebook and Zalo show. */
const longestSide = 1600
const qualities = [80, 65, 50, 35]

/**
 * A picture made anew and small: turned as it is meant to be seen, on white, a JPEG without anything
 * that the camera wrote into it (place, time, owner). What it is, is told by its first bytes, never by
 * its name. Says what is wrong with one that cannot be taken.
 *
 * @param mostBytes how large the result may be; its quality goes down until it fits
 */
export async function shrinkPicture(
  bytes: Uint8Array,
  mostBytes: number,
): Promise<SmallPicture | PictureTrouble> {
  if (!isPicture(bytes)) return 'not_picture'
  const { default: sharp } = await import('sharp')
  try {
    const options = { limitInputPixels: mostPoints, failOn: 'error', sequentialRead: true } as const
    const { data: points, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const raw = { width, height, channels }
    for (const quality of qualities) {
      const jpeg = await sharp(points, { raw }).jpeg({ quality, mozjpeg: true }).toBuffer()
      if (jpeg.length <= mostBytes) return { jpeg, width, height }
    }
    return 'too_many_points'
  } catch (error) {
    return /pixel limit|exceeds/i.test((error as Error).message) ? 'too_many_points' : 'broken'
  }
}

/** JPEG, PNG or WebP by the first bytes. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}
