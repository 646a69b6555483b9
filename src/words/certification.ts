import { bilingual } from './bilingual.ts'

export const certification = bilingual({ vi: {}, en: {} })
