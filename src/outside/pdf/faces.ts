import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from '@cantoo/fontkit'
import { CustomFontSubsetEmbedder, PDFFont, type PDFDocument } from '@cantoo/pdf-lib'

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0]
type Parsed = Exclude<ReturnType<Fontkit['create']>, Promise<unknown>>

/**
 * The letters of our PDFs: Tinos, as wide as Times New Roman, with every Vietnamese letter in it. Whole
 * TrueType files: fonts made for the web are split by script, and none of the parts has all of ours.
 */
const files = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const

export type Weight = keyof typeof files

/** A face of one document: what was set in it, and the font that is cut to that. */
export type Face = { font: PDFFont; used: boolean }

const { resolve } = createRequire(import.meta.url)
const read = new Map<Weight, Uint8Array>()
const parsed = new WeakMap<Uint8Array, Parsed>()

/** The face for a document that is being made; `tag` tells its cut from that of another file. */
export async function openFace(pdf: PDFDocument, weight: Weight, tag: string): Promise<Face> {
  let bytes = read.get(weight)
  if (!bytes) read.set(weight, (bytes = readFileSync(resolve(files[weight]))))
  const embedder = await CustomFontSubsetEmbedder.for(fontkit, bytes, `${tag}+Tinos-${weight}`)
  return { font: PDFFont.of(pdf.context.nextRef(), pdf, embedder), used: false }
}

/** Parsing a face takes longer than all else that a page needs: each is parsed once and kept. */
const fontkit: Fontkit = {
  create(bytes) {
    let font = parsed.get(bytes)
    if (!font) parsed.set(bytes, (font = nameGlyphs(create(bytes))))
    return font
  },
}

/**
 * A font remembers for which letter a glyph was first asked, and that is what it is copied out as later.
 * Asked for as a part of another (ơ in ớ) it would be remembered for none, and Đ has its glyph in common
 * with the Icelandic Ð: so each is asked for here as what it is in Vietnamese, before all else.
 */
function nameGlyphs(font: Parsed): Parsed {
  if (!font || !('characterSet' in font)) throw new TypeError('not a font')
  const ascii = Array.from({ length: 95 }, (_, i) => 32 + i)
  const vietnamese = font.characterSet.filter((code) => code >= 0x100)
  for (const code of [...ascii, ...vietnamese, ...font.characterSet]) font.glyphForCodePoint(code)
  return font
}
