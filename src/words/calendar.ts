import { bilingual } from './bilingual.ts'

export const calendar = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
