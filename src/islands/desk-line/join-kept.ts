import type { JoinedDone } from '../../web/desk/line/line-view.ts'
import type { JoinAnswer, Joining, SpotCommand } from '../../web/desk/line/on-the-spot.ts'
import type { LineStorage } from './line-storage.ts'
import { sendJson, type Answer } from './talk.ts'

type Given = {
  path: string
  of: LineStorage
  day: string
  deviceId: string
  /** By the server's clock. */
  now: number
  word: (command: SpotCommand) => string
}

/**
 * Sends everything that is kept of a day, and forgets what the server has answered. Null when there
 * is nothing to send. Should the answer be lost, the whole list is sent again.
 */
export async function joinKept({
  path,
  of,
  day,
  deviceId,
  now,
  word,
}: Given): Promise<{ answer: Answer<JoinAnswer>; joined: JoinedDone[] } | null> {
  const commands = of.commands()
  const unsure = of.unsure()
  if (commands.length === 0 && unsure.length === 0) return null
  const sent = commands.map((command) => ({ command, agoMs: now - command.at }))
  const joining: Joining = { day, deviceId, commands: sent, unsure }
  const answer = await sendJson<JoinAnswer>(path, joining)
  if (answer.kind !== 'said') return { answer, joined: [] }
  const became = new Map(answer.said.outcomes.map((it) => [it.key, it]))
  const joined = commands.flatMap((it): JoinedDone[] => {
    const { applied, why } = became.get(it.key) ?? { applied: null, why: null }
    return applied === null ? [] : [{ key: it.key, at: it.at, text: word(it), applied, why }]
  })
  for (const { key } of joined) of.dropCommand(key)
  for (const { key } of unsure) of.dropUnsure(key)
  return { answer, joined }
}
