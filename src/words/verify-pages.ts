import { bilingual } from './bilingual.ts'

export const verifyPages = bilingual({ vi: {}, en: {} })
