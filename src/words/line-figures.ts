import { bilingual } from './bilingual.ts'

export const lineFigures = bilingual({ vi: {}, en: {} })
