import { bilingual } from './bilingual.ts'

export const deskLine = bilingual({ vi: {}, en: {} })
