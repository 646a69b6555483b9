import { bilingual } from './bilingual.ts'

export const deskBookings = bilingual({ vi: { title: 'Lịch hẹn' }, en: { title: 'Appointments' } })
