import { expect, test } from 'vitest'
import { asked, connected, playChannel, sendDue } from '#test/deliveries.ts'
import { useOffice } from '#test/office.ts'
import { createApp } from './app.tsx'

const office = useOffice()

test('whoever watches the machine sees what waits on each channel, for how long, and what went out', async () => {
  await connected(office, 'sms')
  await connected(office, 'email')
  await asked(office, 'sms')
  await asked(office, 'email')
  await asked(office, 'email')
  const busy = playChannel('email', [{ outcome: 'later', why: 'service_error' }])
  await sendDue(office, { email: busy })

  const { database, sealer } = office
  const now = () => new Date(office.now.getTime() + 180_000)
  const app = createApp({ database, sealer, publicUrl: 'http://localhost', now })
  const figures = await (await app.request('/metrics')).text()
  const of = (line: string) => figures.split('\n').find((it) => it.startsWith(line))
  expect(of('taicho_delivery_messages{channel="sms"')).toBe(
    'taicho_delivery_messages{channel="sms",state="accepted"} 1',
  )
  expect(of('taicho_delivery_messages{channel="email"')).toBe(
    'taicho_delivery_messages{channel="email",state="waiting"} 2',
  )
  // Due again a minute after the first try.
  expect(of('taicho_delivery_overdue_seconds')).toBe(
    'taicho_delivery_overdue_seconds{channel="email"} 120',
  )
  expect(figures).not.toContain('channel="sms",state="waiting"')
})
