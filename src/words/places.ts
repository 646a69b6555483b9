import { bilingual } from './bilingual.ts'

export const places = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
