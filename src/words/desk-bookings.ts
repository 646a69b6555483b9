import { bilingual } from './bilingual.ts'

export const deskBookings = bilingual({ vi: {}, en: {} })
