import { constants, inflateSync } from 'node:zlib'
import type { Budget } from './budget.ts'
import { as, dictOf, nameOf, type Dict, type PdfObject, type Stream } from './pdf-object.ts'
import { Trouble } from './trouble.ts'

/**
 * The content of a cross-reference or object stream. Only Flate with the predictors of ISO 32000-1,
 * 7.4.4.4 is met there; anything else is refused, and so is a stream that unpacks beyond the budget.
 */
export function inflateStream(stream: Stream, budget: Budget): Uint8Array {
  const filters = listOf(stream.dict.map.get('Filter'))
  if (filters.length === 0) return stream.raw
  if (filters.length !== 1 || !['FlateDecode', 'Fl'].includes(nameOf(filters[0]) ?? '')) {
    throw new Trouble('broken')
  }
  const out = inflate(stream.raw, budget)
  budget.inflate(out.length)
  const [parms] = listOf(stream.dict.map.get('DecodeParms'))
  return undoPredictor(out, dictOf(parms))
}

function inflate(raw: Uint8Array, budget: Budget): Uint8Array {
  const maxOutputLength = Math.max(1, budget.inflatedLeft())
  try {
    return inflateSync(raw, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    const bomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Trouble(bomb ? 'too_heavy' : 'broken')
  }
}

function undoPredictor(data: Uint8Array, parms: Dict | undefined): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const said = parms?.map.get(key)
    return typeof said === 'number' ? said : otherwise
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) return data
  const pixel = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8)
  const width = Math.ceil(
    (number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8,
  )
  if (predictor < 10 || !(width > 0 && width < 2 ** 16) || !(pixel > 0 && pixel < 64))
    throw new Trouble('broken')

  const rows = Math.floor(data.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)]!
    const from = row * width
    for (let i = 0; i < width; i++) {
      const raw = data[row * (width + 1) + 1 + i]!
      const left = i >= pixel ? out[from + i - pixel]! : 0
      const above = row > 0 ? out[from + i - width]! : 0
      const corner = i >= pixel && row > 0 ? out[from + i - width - pixel]! : 0
      out[from + i] = raw + predict(kind, left, above, corner)
    }
  }
  return out
}

function predict(kind: number, left: number, above: number, corner: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return above
  if (kind === 3) return (left + above) >> 1
  if (kind !== 4) throw new Trouble('broken')
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function listOf(object: PdfObject | undefined): PdfObject[] {
  if (object === undefined || object === null) return []
  return Array.isArray(object) ? object : [as('name', object) ?? object]
}
