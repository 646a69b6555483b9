/**
 * The eight kinds of objects of ISO 32000-1, 7.3. Strings and streams stay where they are in the file:
 * `from` and `to` are positions in the bytes that they were read from.
 */
export type PdfObject = null | boolean | number | Name | Text | Ref | PdfObject[] | Dict | Stream

export type Name = { kind: 'name'; name: string }
export type Ref = { kind: 'ref'; num: number; gen: number }
export type Text = { kind: 'text'; bytes: Uint8Array; hex: boolean; from: number; to: number }
export type Dict = { kind: 'dict'; map: Map<string, PdfObject> }
export type Stream = { kind: 'stream'; dict: Dict; raw: Uint8Array }

type Kinds = { name: Name; text: Text; ref: Ref; dict: Dict; stream: Stream }

/** The object when it is of this kind, else undefined. */
export function as<K extends keyof Kinds>(
  kind: K,
  object: PdfObject | undefined,
): Kinds[K] | undefined {
  const it = object as { kind?: string } | null | undefined
  return it && it.kind === kind ? (object as Kinds[K]) : undefined
}

export function nameOf(object: PdfObject | undefined): string | undefined {
  return as('name', object)?.name
}

/** The dictionary of a dictionary or of a stream. */
export function dictOf(object: PdfObject | undefined): Dict | undefined {
  return as('dict', object) ?? as('stream', object)?.dict
}

/** The characters of a text string: UTF-16 with its mark, UTF-8 with its mark, else Latin letters. */
export function charactersOf(object: PdfObject | undefined): string | undefined {
  const bytes = as('text', object)?.bytes
  if (!bytes) return undefined
  const marked = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  if (marked(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  if (marked(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (marked(0xef, 0xbb, 0xbf)) return new TextDecoder().decode(bytes)
  return Buffer.from(bytes).toString('latin1')
}
