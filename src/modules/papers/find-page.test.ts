import sharp from 'sharp'
import { expect, test } from 'vitest'
import { chance } from '#test/papers/chance.ts'
import { missOf, photograph } from '#test/papers/photographs.ts'
import { drawSheet } from '#test/papers/sheet.ts'
import { evenLight } from './picture/even-light.ts'
import { findPage } from './picture/find-page.ts'
import { judgePicture } from './picture/judge-picture.ts'
import { lightness, quantile, wholePicture, type Plane } from './picture/picture.ts'
import { straighten } from './picture/straighten.ts'

const twenty = Array.from({ length: 20 }, (_, i) => i + 1)

test('of twenty photographed pages at least eighteen are found, and the others say so', async () => {
  const results = []
  for (const seed of twenty) {
    const { picture, corners } = await photograph(seed)
    const found = findPage(picture)
    results.push({ seed, how: found.how, miss: missOf(found.corners, corners) })
  }
  const right = results.filter((it) => it.how === 'page' && it.miss < 0.015)
  expect(right.length).toBeGreaterThanOrEqual(18)
  // Never is something else taken for the page.
  expect(results.filter((it) => it.how === 'page' && it.miss >= 0.015)).toEqual([])
})

test('a scan without a table around it is the page, whole', () => {
  expect(findPage(drawSheet(3))).toEqual({ corners: wholePicture, how: 'whole', cutOff: false })
})

test('a picture of no paper at all has no page', () => {
  const random = chance(5)
  const data = Uint8Array.from({ length: 600 * 800 * 3 }, () => 60 + random() * 120)
  expect(findPage({ width: 600, height: 800, data }).how).toBe('none')
})

test('a page that reaches beyond the picture is either said to be cut off or not found', async () => {
  for (const seed of [1, 2, 3, 5, 6]) {
    const { how, cutOff } = findPage((await photograph(seed, { aside: 0.36 })).picture)
    expect([seed, how === 'none' || cutOff]).toEqual([seed, true])
  }
})

test('the straightened page has its lines level: a row of print is dark, the row between is not', async () => {
  const { picture } = await photograph(1)
  const page = straighten(picture, findPage(picture).corners)
  expect(page.height / page.width).toBeGreaterThan(1.25)
  expect(page.height / page.width).toBeLessThan(1.58)
  const { data, width, height } = lightness(evenLight(page))
  const rows = Array.from({ length: Math.floor(height * 0.4) }, (_, y) => {
    const from = (y + Math.floor(height * 0.25)) * width
    return quantile(data.subarray(from + width * 0.2, from + width * 0.5), 0.3)
  })
  // The rows of print and the white between them follow each other along the whole line.
  const turns = rows.filter((it, i) => i > 0 && it > 200 !== rows[i - 1]! > 200).length
  expect(turns).toBeGreaterThan(20)
})

test('shadows go and the seal stays red', async () => {
  const { picture, corners } = await photograph(1)
  const before = straighten(picture, corners)
  const page = evenLight(before)
  const margin = (light: Plane, part: number) => {
    const at = Math.floor(light.height * part) * light.width + Math.floor(light.width * 0.04)
    return quantile(light.data.subarray(at, at + 20), 0.5)
  }
  const margins = (light: Plane) => [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => margin(light, part))
  expect(Math.min(...margins(lightness(before)))).toBeLessThan(170)
  expect(Math.min(...margins(lightness(page)))).toBeGreaterThan(200)
  const seal = (Math.floor(page.height * 0.798) * page.width + Math.floor(page.width * 0.71)) * 3
  const [red, green] = [page.data[seal]!, page.data[seal + 1]!]
  expect(red).toBeGreaterThan(green * 2)
})

test('over twenty photographs bare paper is nearly as light in the shadow of a hand as beside it', async () => {
  /** How much darker the darkest eighth of the paper is than the lightest, in steps of 255. */
  const unevenness = (light: Plane) => {
    const n = 24
    const cells: number[] = []
    for (let row = 1; row < n - 1; row++)
      for (let column = 1; column < n - 1; column++) {
        const values: number[] = []
        for (let y = ((row * light.height) / n) | 0; y < ((row + 1) * light.height) / n - 1; y += 3)
          for (
            let x = ((column * light.width) / n) | 0;
            x < ((column + 1) * light.width) / n - 1;
            x += 3
          )
            values.push(light.data[y * light.width + x]!)
        cells.push(quantile(values, 0.9))
      }
    return quantile(cells, 0.95) - quantile(cells, 0.12)
  }
  const left: number[] = []
  for (let seed = 1; seed <= 20; seed++) {
    const { picture, corners } = await photograph(seed)
    left.push(unevenness(lightness(evenLight(straighten(picture, corners)))))
  }
  expect(left.reduce((sum, it) => sum + it, 0) / left.length).toBeLessThan(9)
})

test.each([
  ['sharp and light', {}, []],
  ['blurred', { blur: 5 }, ['blurred']],
  ['too dark', { room: 0.25 }, ['dark']],
])('a page that is %s is judged so', async (_, wish, troubles) => {
  for (const seed of [1, 2, 6]) {
    const { picture } = await photograph(seed, wish)
    expect(judgePicture(straighten(picture, findPage(picture).corners))).toEqual(troubles)
  }
})

test('an empty sheet is not blurred: nothing on it could be sharp', async () => {
  const white = await sharp({
    create: { width: 800, height: 1100, channels: 3, background: '#eee' },
  })
    .raw()
    .toBuffer()
  expect(judgePicture({ width: 800, height: 1100, data: white })).toEqual([])
})
