import { bilingual } from './bilingual.ts'

export const kiosk = bilingual({ vi: {}, en: {} })
