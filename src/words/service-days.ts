import { bilingual } from './bilingual.ts'

export const serviceDays = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
