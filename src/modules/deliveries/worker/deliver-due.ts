import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#src/base/log.ts'
import { claimMessage } from './claim-message.ts'
import { enter, type DeliveryWorld } from './delivery-world.ts'
import { dropNeedless } from './drop-needless.ts'
import { listSlots, type Slot } from './list-slots.ts'
import { usualPace, type Pace } from './pace.ts'
import { recoverAbandoned } from './recover-abandoned.ts'
import { refreshTokens } from './refresh-tokens.ts'
import { sendClaimed } from './send-claimed.ts'
import { settleMessage } from './settle-message.ts'
import { tellProgress } from './tell-progress.ts'

type Given = Omit<DeliveryWorld, 'pace'> & { pace?: Partial<Pace> }
type Options = {
  /** Ends the worker once what is on its way has been answered. */
  signal?: AbortSignal
  /** Sends what is due now, and ends. */
  once?: boolean
}

/**
 * Sends what is due, of every office, until it is told to stop. Any number of processes may run it on one
 * database: each message is taken by one of them. A few lanes send side by side, in turns over the
 * channels; one that takes long to answer lends its lane to the others, so that neither a slow channel nor
 * a large broadcast keeps another office waiting. Beside them one looks every few seconds for what is due,
 * what was left by a worker that died, and for tokens that end.
 *
 * @returns how many attempts were made
 */
export async function deliverDue(given: Given, options: Options = {}): Promise<{ sent: number }> {
  const world: DeliveryWorld = { ...given, pace: { ...usualPace, ...given.pace } }
  const signal = options.signal ?? new AbortController().signal
  const teller = tellProgress(world)
  let slots: Slot[] = []
  let turn = 0
  let sent = 0
  let more = Promise.withResolvers<void>()
  const lanes = new Set<Promise<void>>()
  /** Lanes that were opened for lent ones which are back by now. */
  let spare = 0
  const onTheirWay = new Map<string, number>()
  // Beside the rest: a token service that is slow keeps no other office waiting.
  const refreshing = new Map<string, Promise<void>>()

  async function lane(): Promise<void> {
    while (!signal.aborted) {
      const slot = nextSlot()
      if (!slot) {
        if (options.once) return
        await more.promise
        continue
      }
      count(slot, 1)
      const sentOne = await sendNext(slot)
      count(slot, -1)
      if (!sentOne) slots = slots.filter((it) => it !== slot)
      if (spare > 0) return void spare--
    }
  }

  function openLane(): void {
    const opened = lane().finally(() => lanes.delete(opened))
    lanes.add(opened)
  }

  /** The next in turn over which not too much is on its way: lent lanes are not lent without end. */
  function nextSlot(): Slot | undefined {
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[turn++ % slots.length]!
      if ((onTheirWay.get(keyOf(slot)) ?? 0) < world.pace.lanes) return slot
    }
    return undefined
  }

  function count(slot: Slot, more: 1 | -1): void {
    const left = (onTheirWay.get(keyOf(slot)) ?? 0) + more
    if (left > 0) onTheirWay.set(keyOf(slot), left)
    else onTheirWay.delete(keyOf(slot))
  }

  async function lending<T>(ask: () => Promise<T>): Promise<T> {
    let lent = false
    const lend = () => {
      lent = true
      openLane()
    }
    const timer = setTimeout(lend, world.pace.slow * 1000)
    try {
      return await ask()
    } finally {
      clearTimeout(timer)
      if (lent) spare++
    }
  }

  /** False when the slot has nothing to send now, or the database cannot be reached. */
  async function sendNext(slot: Slot): Promise<boolean> {
    try {
      const claimed = await claimMessage(enter(world, slot.officeId), slot, world.pace)
      if (!claimed) return false
      const answer = await lending(() => sendClaimed(world, claimed))
      sent++
      await settleMessage(enter(world, slot.officeId), world, claimed, answer)
      teller.moved(claimed)
      return true
    } catch (error) {
      log.error({ err: error, channel: slot.channel }, 'a delivery was left half done')
      return false
    }
  }

  async function look(): Promise<void> {
    try {
      const offices = await listOffices(world)
      for (const id of offices) refresh(id)
      if (options.once) await Promise.all(refreshing.values())
      const found: Slot[] = []
      for (const id of offices) found.push(...(await mindOffice(world, id)))
      slots = found
    } catch (error) {
      log.error({ err: error }, 'could not look for deliveries')
      slots = []
    }
    more.resolve()
    more = Promise.withResolvers()
  }

  function refresh(officeId: string): void {
    if (refreshing.has(officeId)) return
    const done = refreshTokens(world, officeId)
      .catch((error: unknown) => log.error({ err: error, office: officeId }, 'token not refreshed'))
      .finally(() => refreshing.delete(officeId))
    refreshing.set(officeId, done)
  }

  async function openLanes(): Promise<void> {
    spare = 0
    for (let i = 0; i < world.pace.lanes; i++) openLane()
    while (lanes.size > 0) await Promise.all(lanes)
  }

  try {
    if (options.once) {
      for (let before = -1; before < sent && !signal.aborted;) {
        before = sent
        await look()
        await openLanes()
      }
      return { sent }
    }
    const working = openLanes()
    while (!signal.aborted) {
      await look()
      await sleep(world.pace.poll * 1000, undefined, { signal }).catch(() => undefined)
    }
    more.resolve()
    await Promise.all([working, ...refreshing.values()])
    return { sent }
  } finally {
    await teller.close()
  }
}

function keyOf({ officeId, channel }: Slot): string {
  return `${officeId}:${channel}`
}

async function listOffices(world: DeliveryWorld): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ id: string }>(
    'select id from deliveries.offices_with_work($1) as id',
    [world.now()],
  )
  return rows.map((row) => row.id)
}

/** Looks after one office, and gives its channels over which something can go out. */
async function mindOffice(world: DeliveryWorld, officeId: string): Promise<Slot[]> {
  try {
    await recoverAbandoned(enter(world, officeId), world)
    await dropNeedless(enter(world, officeId))
    return await listSlots(enter(world, officeId))
  } catch (error) {
    log.error({ err: error, office: officeId }, 'could not look after the deliveries of one office')
    return []
  }
}
