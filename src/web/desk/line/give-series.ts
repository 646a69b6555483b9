import type { Context } from 'hono'
import { z } from 'zod'
import { Refusal } from '#src/base/refusal.ts'
import { leaseSeries } from '#src/modules/queue/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { readBody, readForm } from '../../read-form.ts'

/** The letter for the numbers that this browser gives while it is cut off. */
export async function giveSeries(c: Context<Env>) {
  const shape = z.object({ day: z.uuid(), deviceId: z.uuid() })
  const { data } = readForm(shape, await readBody(c))
  if (!data) return c.json({ error: c.var.w.deskLine.failed }, 422)
  try {
    const { letter } = await leaseSeries(c.var.ctx, {
      ...{ serviceDayId: data.day, deviceId: data.deviceId },
      deviceName: c.var.session.officer.fullName,
    })
    return c.json({ letter })
  } catch (error) {
    if (error instanceof Refusal) return c.json({ error: wordRefusal(c.var.lang, error) }, 409)
    throw error
  }
}
