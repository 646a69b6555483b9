import type { Context } from 'hono'
import { z } from 'zod'
import { giveSeatOn } from '#src/errands/give-seat-on.ts'
import {
  cancelAppointment,
  checkIn,
  nameGroup,
  revealBookerPhone,
} from '#src/modules/queue/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { tryBooking } from '../../public/booking/try-booking.ts'
import { readBody, readForm } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { findBooking } from './find-booking.ts'
import { showBooking } from './show-booking.tsx'

const text = z.string().default('')
const place = z.string().regex(/^\d{1,4}$/)
const said = z.object({
  ...{ 'ly-do': text, nguoi: text, khoa: text },
  thu: place.transform(Number).optional().catch(undefined),
})

/** Cancels an appointment, names or checks in the people of a group, or shows the phone to call. */
export async function doBooking(c: Context<Env>) {
  const { ctx } = c.var
  const it = await findBooking(c)
  if (!it) return c.notFound()
  const { data, filled } = readForm(said, await readBody(c))
  if (!data) return showBooking(c, filled)
  switch (c.req.param('deed')) {
    case 'so': {
      const phone = await revealBookerPhone(ctx, { appointmentId: it.id })
      return showBooking(c, filled, phone)
    }
    case 'huy': {
      const reason = data['ly-do']
      const { refused } = await tryBooking(c, filled, () =>
        cancelAppointment(ctx, { token: it.token, ...(reason === '' ? {} : { reason }) }),
      )
      if (refused) return showBooking(c, refused.filled)
      await giveSeatOn(ctx, it)
      return c.redirect(`${to(c, paths.deskBooking(it.id))}?xong=cancelled`, 303)
    }
    case 'ten': {
      const before = new Map(it.people.map((person) => [person.name, person.procedureCode]))
      const names = data.nguoi.split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim())
      const people = names
        .filter((name) => name !== '')
        .map((name) => ({ name, procedureCode: before.get(name) ?? null }))
      const { refused } = await tryBooking(c, filled, () =>
        nameGroup(ctx, { token: it.token, people }),
      )
      if (refused) return showBooking(c, refused.filled)
      return c.redirect(`${to(c, paths.deskBooking(it.id))}?xong=people`, 303)
    }
    case 'den': {
      const { thu: position, khoa } = data
      // Of a named place there is one number, however often it is pressed.
      const who =
        position === undefined
          ? { clientKey: khoa }
          : { clientKey: `${it.id}-${position}`, position }
      const { refused } = await tryBooking(c, filled, () =>
        checkIn(ctx, { ...who, token: it.token }),
      )
      if (refused) return showBooking(c, refused.filled)
      return c.redirect(`${to(c, paths.deskBooking(it.id))}?xong=here`, 303)
    }
    default:
      return c.notFound()
  }
}
