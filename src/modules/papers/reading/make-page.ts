import sharp from 'sharp'
import { evenLight } from '../picture/even-light.ts'
import { findPage } from '../picture/find-page.ts'
import { judgePicture } from '../picture/judge-picture.ts'
import type { Picture } from '../picture/picture.ts'
import { straighten } from '../picture/straighten.ts'
import type { Decoded } from './decode-picture.ts'
import type { Made, PageTrouble, Wish } from './reading.ts'

/** The page of a photograph, straight and evenly lit: where the house sees it, or where an officer says. */
export async function makePage(decoded: Decoded, wish?: Wish): Promise<Made> {
  const { picture } = decoded
  const steps = [...decoded.steps]
  const found = wish
    ? { corners: wish.corners, how: 'page' as const, cutOff: false }
    : findPage(picture)
  const straight = found.how === 'page' ? straighten(picture, found.corners) : picture
  if (found.how === 'page') steps.push('straightened')
  const troubles: PageTrouble[] = [...judgePicture(straight)]
  if (found.cutOff) troubles.push('cut_off')
  if (found.how === 'none') troubles.push('page_not_found')
  // Where no page was found there is no paper to make white.
  const even = wish ? wish.evenLight : found.how !== 'none'
  if (even) steps.push('light_evened')
  const jpeg = await writeJpeg(even ? evenLight(straight) : straight)
  return { jpeg, corners: found.corners, steps, troubles }
}

function writeJpeg({ width, height, data }: Picture): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
