import { skipSpace } from './characters.ts'
import { inflateStream } from './inflate-stream.ts'
import { as, nameOf, type PdfObject, type Stream } from './pdf-object.ts'
import { readNumbered, readObject, readWhole, type Source } from './read-object.ts'
import { Trouble } from './trouble.ts'

/** An object stream, unpacked: where each of its objects begins. */
export type Unpacked = { bytes: Uint8Array; places: { num: number; at: number }[] }

type Place = { num: number; index: number; stream: number; offset: number }

/** Reads the object that lies in an object stream (ISO 32000-1, 7.5.7) at `offset` of the file. */
export function readInside(
  source: Source,
  unpacked: Map<number, Unpacked>,
  place: Place,
): { value: PdfObject; end: number } {
  const { ref, value, end } = readNumbered(source, place.offset)
  const stream = as('stream', value)
  if (!stream || ref.num !== place.stream) throw new Trouble('broken', place.offset)
  const { bytes, places } = unpacked.get(place.offset) ?? unpack(source, stream)
  unpacked.set(place.offset, { bytes, places })
  const found = places[place.index]
  if (found?.num !== place.num) throw new Trouble('broken', place.offset)
  const object = readObject({ ...source, bytes }, found.at)
  source.budget.look(object.end - found.at)
  return { value: object.value, end }
}

function unpack(source: Source, stream: Stream): Unpacked {
  const { map } = stream.dict
  const first = map.get('First')
  const count = map.get('N')
  const named = nameOf(map.get('Type')) === 'ObjStm'
  if (!named || typeof first !== 'number' || typeof count !== 'number') throw new Trouble('broken')
  const bytes = inflateStream(stream, source.budget)
  const places: Unpacked['places'] = []
  let next = 0
  while (places.length < count) {
    const num = readWhole(bytes, skipSpace(bytes, next))
    const at = readWhole(bytes, skipSpace(bytes, num.end))
    next = at.end
    source.budget.entry()
    places.push({ num: num.value, at: first + at.value })
  }
  return { bytes, places }
}
