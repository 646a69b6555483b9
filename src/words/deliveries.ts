import { bilingual } from './bilingual.ts'

export const deliveries = bilingual({ vi: {}, en: {} })
