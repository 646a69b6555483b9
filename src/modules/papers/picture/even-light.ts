import { lightness, quantile, type Picture, type Plane } from './picture.ts'

const cells = 32
const paperWhite = 244
const mostGain = 3.2
/** A dark patch up to twice this wide, in cells, is a photo or a seal; a shadow is wider. */
const reach = 3

/**
 * Takes shadows off a page: the paper's own lightness is estimated cell by cell and raised to white,
 * all three colours alike, so that a red seal stays red and nothing becomes black or white that was not.
 */
export function evenLight(picture: Picture): Picture {
  const { width, height } = picture
  const paper = paperLight(lightness(picture))
  const data = new Uint8Array(picture.data.length)
  for (let y = 0; y < height; y++) {
    const row = Math.min(
      paper.height - 1.001,
      Math.max(0, ((y + 0.5) / height) * paper.height - 0.5),
    )
    const [y0, fy] = [Math.floor(row), row % 1]
    for (let x = 0; x < width; x++) {
      const col = Math.min(
        paper.width - 1.001,
        Math.max(0, ((x + 0.5) / width) * paper.width - 0.5),
      )
      const [x0, fx] = [Math.floor(col), col % 1]
      const at = y0 * paper.width + x0
      const top = paper.data[at]! * (1 - fx) + paper.data[at + 1]! * fx
      const low = paper.data[at + paper.width]! * (1 - fx) + paper.data[at + paper.width + 1]! * fx
      const gain = Math.min(mostGain, paperWhite / (top * (1 - fy) + low * fy))
      const to = (y * width + x) * 3
      for (let k = 0; k < 3; k++) data[to + k] = Math.min(255, picture.data[to + k]! * gain + 0.5)
    }
  }
  return { width, height, data }
}

/**
 * How light the bare paper is in each cell; where print or a photo covers it, as around it. Closing
 * (widest, then narrowest again) fills patches and leaves the edge of a shadow where it is.
 */
function paperLight(light: Plane): Plane {
  const columns = Math.max(2, Math.min(cells, light.width >> 3))
  const rows = Math.max(2, Math.min(cells, light.height >> 3))
  const raw = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      raw[row * columns + column] = quantile(cellOf(light, column, row, columns, rows), 0.85)
  const floor = Math.max(40, 0.3 * quantile(raw, 0.9))
  let data: Float32Array = raw.map((it) => Math.max(it, floor))
  data = spread(data, columns, rows, reach, (near) => Math.max(...near))
  data = spread(data, columns, rows, reach, (near) => Math.min(...near))
  data = spread(
    data,
    columns,
    rows,
    1,
    (near) => near.reduce((sum, it) => sum + it, 0) / near.length,
  )
  return { width: columns, height: rows, data }
}

function cellOf(
  light: Plane,
  column: number,
  row: number,
  columns: number,
  rows: number,
): number[] {
  const values: number[] = []
  const [x1, y1] = [((column + 1) * light.width) / columns, ((row + 1) * light.height) / rows]
  for (let y = Math.floor((row * light.height) / rows); y < Math.floor(y1); y += 2)
    for (let x = Math.floor((column * light.width) / columns); x < Math.floor(x1); x += 2)
      values.push(light.data[y * light.width + x]!)
  return values
}

/** Each cell from itself and those around it. */
function spread(
  data: Float32Array,
  columns: number,
  rows: number,
  cellsAround: number,
  join: (near: number[]) => number,
): Float32Array {
  const out = new Float32Array(data.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const near: number[] = []
      const [top, bottom] = [row - cellsAround, row + cellsAround]
      const [left, right] = [column - cellsAround, column + cellsAround]
      for (let y = Math.max(0, top); y <= Math.min(rows - 1, bottom); y++)
        for (let x = Math.max(0, left); x <= Math.min(columns - 1, right); x++)
          near.push(data[y * columns + x]!)
      out[row * columns + column] = join(near)
    }
  return out
}
