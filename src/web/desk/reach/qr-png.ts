import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Dots to a square of the code: sharp when it is printed five centimetres wide. */
const dots = 12

/**
 * A QR code as a PNG in black and white, one bit a dot (https://www.w3.org/TR/png-3/): for who puts it
 * into a document of their own that takes no SVG.
 */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  const side = size * dots
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = data.flatMap((row) => Array.from({ length: dots }, () => bitsOf(row)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One row of dots: no filter, then eight dots a byte, a set bit white. */
function bitsOf(row: boolean[]): Buffer {
  const bits = Buffer.alloc(1 + Math.ceil((row.length * dots) / 8))
  for (let x = 0; x < row.length * dots; x++)
    if (!row[Math.floor(x / dots)]) bits[1 + (x >> 3)]! |= 0x80 >> (x & 7)
  return bits
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(body.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
