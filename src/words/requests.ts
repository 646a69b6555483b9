import { bilingual } from './bilingual.ts'

export const requests = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
