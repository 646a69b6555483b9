import { bilingual } from './bilingual.ts'

export const identity = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
