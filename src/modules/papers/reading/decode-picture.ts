import sharp from 'sharp'
import type { Picture } from '../picture/picture.ts'
import type { MediaType } from './kind-of.ts'
import { limits } from './limits.ts'
import { Unreadable, type Step } from './reading.ts'

export type Decoded = { picture: Picture; width: number; height: number; steps: Step[] }

/** Longest side that is worked on: enough for A4 at 300 points an inch. */
const longest = 3508

/**
 * The points of a picture, turned as it is meant to be seen, on white, in plain sRGB. Its size is
 * looked at before anything is unpacked.
 */
export async function decodePicture(bytes: Uint8Array, mediaType: MediaType): Promise<Decoded> {
  try {
    const source = mediaType === 'image/heic' ? await decodeHeic(bytes) : sharp(bytes, careful)
    const { width, height, orientation = 1 } = await source.metadata()
    refuseSize(width, height)
    const { data, info } = await source
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) throw new Unreadable('broken_picture')
    const [w, h] = orientation > 4 ? [height, width] : [width, height]
    const steps: Step[] = []
    if (orientation !== 1) steps.push('turned')
    if (info.width !== w) steps.push('made_smaller')
    const picture = { width: info.width, height: info.height, data }
    return { picture, width: w, height: h, steps }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const bomb = /pixel limit|exceeds/i.test((error as Error).message)
    throw new Unreadable(bomb ? 'too_many_points' : 'broken_picture')
  }
}

const careful = { limitInputPixels: limits.points, failOn: 'error', sequentialRead: true } as const

/** sharp as it is published cannot read HEVC, which has patents; libheif's own build can. */
async function decodeHeic(bytes: Uint8Array) {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const [image] = new libheif.HeifDecoder().decode(bytes)
  if (!image) throw new Unreadable('broken_picture')
  const [width, height] = [image.get_width(), image.get_height()]
  refuseSize(width, height)
  const data = new Uint8ClampedArray(width * height * 4)
  await new Promise<void>((resolve, reject) => {
    image.display({ data, width, height }, (shown) =>
      shown ? resolve() : reject(new Unreadable('broken_picture')),
    )
  })
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: limits.points })
}

function refuseSize(width: number, height: number): void {
  if (width * height > limits.points) throw new Unreadable('too_many_points')
  if (Math.min(width, height) < limits.leastSide) throw new Unreadable('too_small')
}
