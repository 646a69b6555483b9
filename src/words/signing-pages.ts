import { bilingual } from './bilingual.ts'

export const signingPages = bilingual({ vi: {}, en: {} })
