import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { sendCalendarFile } from './add-to-calendar.ts'
import { showAppointment } from './appointment.tsx'
import { answerCancel, showCancel } from './cancel.tsx'
import { answerChange, showChange, showChangeTimes } from './change.tsx'
import { showChoose } from './choose.tsx'
import { answerCome } from './come.ts'
import { answerGroup, showGroup } from './group.tsx'
import { answerBook, answerRelease, showHold } from './hold.tsx'
import { showLineRules } from './line-rules.tsx'
import { notListed } from './not-listed.ts'
import { answerRejoin } from './rejoin.ts'
import { answerHold, showTimes } from './time.tsx'
import { showTurn, streamTurn } from './turn.tsx'
import { answerWait, showWait } from './wait.tsx'
import { answerPass, answerTake, answerWithdraw, showWish } from './wish.tsx'

/** Booking and what follows from it, without an account: whoever has the link has the appointment. */
export const booking = new Hono<Env>()

booking.get('/xep-hang', showLineRules)
booking.get('/dat-lich', showChoose)

booking.use('/dat-lich/giu/*', notListed)
booking.get('/dat-lich/giu/:token', showHold)
booking.post('/dat-lich/giu/:token', answerBook)
booking.post('/dat-lich/giu/:token/tra', answerRelease)
booking.get('/dat-lich/:dayId', showTimes)
booking.post('/dat-lich/:dayId', answerHold)
booking.get('/dat-lich/:dayId/cho-cho', showWait)
booking.post('/dat-lich/:dayId/cho-cho', answerWait)

booking.use('/hen/*', notListed)
booking.get('/hen/:token', showAppointment)
booking.get('/hen/:token/lich.ics', sendCalendarFile)
booking.post('/hen/:token/toi-noi', answerCome)
booking.get('/hen/:token/doi', showChange)
booking.get('/hen/:token/doi/:dayId', showChangeTimes)
booking.post('/hen/:token/doi/:dayId', answerChange)
booking.get('/hen/:token/huy', showCancel)
booking.post('/hen/:token/huy', answerCancel)
booking.get('/hen/:token/doan', showGroup)
booking.post('/hen/:token/doan', answerGroup)

booking.use('/cho-cho/*', notListed)
booking.get('/cho-cho/:token', showWish)
booking.post('/cho-cho/:token/nhan', answerTake)
booking.post('/cho-cho/:token/nhuong', answerPass)
booking.post('/cho-cho/:token/thoi', answerWithdraw)

booking.use('/so/*', notListed)
booking.get('/so/:token', showTurn)
booking.get('/so/:token/luong', streamTurn)
booking.post('/so/:token/vao-lai', answerRejoin)
