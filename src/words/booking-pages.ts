import { bilingual } from './bilingual.ts'

export const bookingPages = bilingual({ vi: {}, en: {} })
