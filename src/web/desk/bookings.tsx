import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { showBookForCaller, takeBookForCaller } from './bookings/book-for-caller.tsx'
import { showBookGroup, takeBookGroup } from './bookings/book-group.tsx'
import { showBookingSlip } from './bookings/booking-slip.tsx'
import { showChangeBooking, takeChangeBooking } from './bookings/change-booking.tsx'
import { doBooking } from './bookings/do-booking.tsx'
import { showBooking } from './bookings/show-booking.tsx'
import { showBookings } from './bookings/show-bookings.tsx'
import { doToTell, showToTell, streamOnTheirWay } from './bookings/to-tell.tsx'

/** Appointments, and whom to tell of what became of them. Addresses: `paths.ts`. */
export const bookings = new Hono<Env>()

const runsLine = requireDoor('queue.run')

bookings.use('/ban/lich-hen', runsLine)
bookings.use('/ban/lich-hen/*', runsLine)
bookings.get('/ban/lich-hen', showBookings)
bookings.get('/ban/lich-hen/moi', showBookForCaller)
bookings.post('/ban/lich-hen/moi', takeBookForCaller)
bookings.get('/ban/lich-hen/doan', showBookGroup)
bookings.post('/ban/lich-hen/doan', takeBookGroup)
bookings.get('/ban/lich-hen/:id', (c) => showBooking(c))
bookings.get('/ban/lich-hen/:id/phieu', showBookingSlip)
bookings.get('/ban/lich-hen/:id/doi', showChangeBooking)
bookings.post('/ban/lich-hen/:id/doi', takeChangeBooking)
bookings.post('/ban/lich-hen/:id/:deed', doBooking)

bookings.use('/ban/can-bao', runsLine)
bookings.use('/ban/can-bao/*', runsLine)
bookings.get('/ban/can-bao', (c) => showToTell(c))
bookings.get('/ban/can-bao/luong', streamOnTheirWay)
bookings.post('/ban/can-bao/:id/:deed', doToTell)
