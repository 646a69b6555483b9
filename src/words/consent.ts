import { bilingual } from './bilingual.ts'

export const consent = bilingual({ vi: {}, en: {} })
