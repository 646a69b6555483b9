import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from '@cantoo/fontkit'
import type { PDFDocument } from '@cantoo/pdf-lib'

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0]
type Parsed = ReturnType<Fontkit['create']>

/**
 * The letters of our PDFs: Tinos, as wide as Times New Roman, with every Vietnamese letter in it. Whole
 * TrueType files: fonts made for the web are split by script, and none of the parts has all of ours.
 */
const files = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
} as const

export type Weight = keyof typeof files

const { resolve } = createRequire(import.meta.url)
const read = new Map<Weight, Uint8Array>()
const parsed = new WeakMap<Uint8Array, Parsed>()

export function faceBytes(weight: Weight): Uint8Array {
  let bytes = read.get(weight)
  if (!bytes) read.set(weight, (bytes = readFileSync(resolve(files[weight]))))
  return bytes
}

/** Parsing a face takes longer than all else that a page needs: each is parsed once and kept. */
export const fontkit: Fontkit = {
  create(bytes) {
    let font = parsed.get(bytes)
    if (!font) parsed.set(bytes, (font = create(bytes)))
    return font
  },
}
