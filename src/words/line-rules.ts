import { bilingual } from './bilingual.ts'

export const lineRules = bilingual({ vi: {}, en: {} })
