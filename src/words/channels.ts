import { bilingual } from './bilingual.ts'

export const channels = bilingual({ vi: {}, en: {} })
