import { bilingual } from './bilingual.ts'

export const ratings = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
