import { bilingual } from './bilingual.ts'

export const catalogue = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
