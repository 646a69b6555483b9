import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { showDeskTicket } from './desk-ticket.tsx'
import { addDevice, removeDevice, showDevices } from './device-list.tsx'

/** The officers' side of the hall: the machines at the door, and the printed ticket of a number. */
export const devices = new Hono<Env>()

const mayEdit = requireDoor('offices.edit')

devices.get('/ban/may-lay-so', mayEdit, showDevices)
devices.post('/ban/may-lay-so', mayEdit, addDevice)
devices.post('/ban/may-lay-so/:id/bo', mayEdit, removeDevice)
devices.get('/ban/hang/phieu/:visitId', requireDoor('queue.run'), showDeskTicket)
