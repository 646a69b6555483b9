import { bilingual } from './bilingual.ts'

export const reach = bilingual({ vi: {}, en: {} })
