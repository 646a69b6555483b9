import { bilingual } from './bilingual.ts'

export const queueBooking = bilingual({ vi: {}, en: {} })
