import { bilingual } from './bilingual.ts'

export const queueLine = bilingual({ vi: {}, en: {} })
