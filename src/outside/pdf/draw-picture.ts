import type { Box, Sheet } from './sheet.ts'

/**
 * Puts a JPEG into a box, whole and in the middle, its bytes as they are. Answers where it came to lie.
 * A file for the archive takes no picture in CMYK.
 */
export async function drawPicture(sheet: Sheet, jpeg: Uint8Array, box: Box): Promise<Box> {
  const picture = await sheet.document.pdf.embedJpg(jpeg)
  const placed = placeIn(box, picture)
  const { x, y, width, height } = placed
  sheet.page.drawImage(picture, { x, y: sheet.height - y - height, width, height })
  return placed
}

/** As large as fits, in the middle. */
export function placeIn(box: Box, { width, height }: { width: number; height: number }): Box {
  const scale = Math.min(box.width / width, box.height / height)
  const [wide, high] = [width * scale, height * scale]
  return {
    x: box.x + (box.width - wide) / 2,
    y: box.y + (box.height - high) / 2,
    width: wide,
    height: high,
  }
}
