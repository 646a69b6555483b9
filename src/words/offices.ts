import { bilingual } from './bilingual.ts'

export const offices = bilingual({ vi: { refusals: {} }, en: { refusals: {} } })
