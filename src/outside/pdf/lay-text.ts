import type { Face, Weight } from './faces.ts'
import type { Document } from './open-document.ts'

export type Style = {
  weight?: Weight
  /** Points. */
  size: number
  align?: 'left' | 'right' | 'centre' | 'justify'
  /** From line to line, in sizes. */
  leading?: number
  /** How far the first line of a paragraph moves in, in points. */
  indent?: number
}

export type Line = {
  words: string[]
  /** Without the spaces between words. */
  inked: number
  width: number
  indent: number
  /** The last of its paragraph: it is not stretched. */
  last: boolean
}

/** A text broken into lines that fit a width; `height` from the top of the first to the foot of the last. */
export type Laid = {
  lines: Line[]
  height: number
  face: Face
  style: Required<Style>
  space: number
  room: number
}

/**
 * Breaks a text into lines. Always composed (NFC): letters and marks apart come out of a PDF in another
 * order than they went in. A new line in the text begins a new paragraph; a word wider than the line is
 * broken where it must be.
 */
export function layText(document: Document, text: string, asked: Style, room: number): Laid {
  const style = { ...usual, ...asked }
  const face = document.faces[style.weight]
  const widthOf = (word: string) => face.font.widthOfTextAtSize(word, style.size)
  const space = widthOf(' ')
  const lines = text
    .normalize('NFC')
    .split('\n')
    .flatMap((paragraph) => breakParagraph(paragraph, { style, widthOf, space, room }))
  return { lines, height: lines.length * style.size * style.leading, face, style, space, room }
}

const usual = { weight: 'regular', align: 'left', leading: 1.3, indent: 0 } as const

/** The largest size, in steps of half a point, at which a text takes no more than a box. */
export function fitText(
  document: Document,
  text: string,
  asked: Style & { least: number },
  box: { width: number; height: number },
): Laid {
  const { least, ...style } = asked
  for (let size = asked.size; size > least; size -= 0.5) {
    const laid = layText(document, text, { ...style, size }, box.width)
    const whole = laid.lines.flatMap((it) => it.words).join('').length
    const broken = whole !== text.normalize('NFC').replaceAll(/\s/g, '').length
    if (laid.height <= box.height && !broken && laid.lines.every((it) => it.width <= box.width))
      return laid
  }
  return layText(document, text, { ...style, size: least }, box.width)
}

type Measure = {
  style: Required<Style>
  widthOf: (word: string) => number
  space: number
  room: number
}

function breakParagraph(paragraph: string, { style, widthOf, space, room }: Measure): Line[] {
  const lines: Line[] = []
  const begin = (): Line => ({
    words: [],
    inked: 0,
    width: 0,
    indent: lines.length === 0 ? style.indent : 0,
    last: false,
  })
  let line = begin()
  const put = (word: string, wide: number) => {
    line.width += wide + (line.words.length > 0 ? space : 0)
    line.inked += wide
    line.words.push(word)
  }
  const end = () => {
    lines.push(line)
    line = begin()
  }
  for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
    for (const piece of piecesOf(word, widthOf, room - style.indent)) {
      const wide = widthOf(piece)
      const needed = line.words.length > 0 ? line.width + space + wide : wide
      if (line.words.length > 0 && needed > room - line.indent) end()
      put(piece, wide)
    }
  }
  line.last = true
  end()
  return lines
}

function piecesOf(word: string, widthOf: (word: string) => number, room: number): string[] {
  if (widthOf(word) <= room) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece && widthOf(piece + letter) > room) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
