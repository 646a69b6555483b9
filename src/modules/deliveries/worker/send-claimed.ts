import { log } from '#src/base/log.ts'
import type { Outgoing, Recipient, Sent } from '#src/outside/messages/driver.ts'
import { credentialsOf } from '../account.ts'
import { openContent, readContent } from '../content.ts'
import type { Claimed } from './claim-message.ts'
import type { DeliveryWorld } from './delivery-world.ts'
import { withinTime } from './within-time.ts'

/** Hands one claimed message to its driver. A driver that throws has a fault: it may have arrived. */
export async function sendClaimed(world: DeliveryWorld, claimed: Claimed): Promise<Sent> {
  const driver = world.drivers[claimed.provider]
  if (!driver) return { outcome: 'account', why: 'settings_missing' }
  const credentials = credentialsOf(world, claimed, claimed.access_sealed)
  const message: Outgoing = {
    id: claimed.id,
    to: JSON.parse(world.sealer.open(claimed.to_sealed)) as Recipient,
    content: claimed.content_sealed
      ? openContent(world, claimed.content_sealed)
      : readContent(claimed.content),
  }
  try {
    const answer = await withinTime(world.pace, (signal) =>
      driver.send(credentials, message, signal),
    )
    return answer ?? { outcome: 'unsure', why: 'slow' }
  } catch (error) {
    log.error({ err: error, provider: claimed.provider }, 'driver threw while sending')
    return { outcome: 'unsure', why: 'garbled' }
  }
}
