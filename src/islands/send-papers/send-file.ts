/** Where a file goes, of which paper it is, and what is said meanwhile. */
export type Asked = { parts: string; which: string; name: string; progress: string; again: string }

type Answer = { received?: number; taken?: boolean; troubles?: string[]; refused?: string }

const partBytes = 256 * 1024
const mostTries = 7

/** Sends one file part by part until it is taken or refused. Throws when the line stays down. */
export async function sendFile(
  { parts, which, name, progress, again }: Asked,
  file: File,
  bar: { say: (text: string, part: number) => void },
): Promise<Answer> {
  const key = markOf(`${parts}|${which}|${name}|${file.name}|${file.size}|${file.lastModified}`)
  let from = 0
  // The first question carries nothing: it asks how much is there already.
  let part = new Blob([])
  for (let tries = 0; ;) {
    const done = from / Math.max(1, file.size)
    bar.say(progress.replace('%', file.name), done)
    const asked = new URLSearchParams({ from: `${from}`, total: `${file.size}`, which, name })
    const answer = await put(`${parts}${key}?${asked}`, part)
    if (answer?.refused !== undefined || answer?.taken) return answer
    if (answer?.received === undefined) {
      if (++tries >= mostTries) throw new Error('the line is down')
      bar.say(again, done)
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries))
      continue
    }
    tries = 0
    from = answer.received
    part = file.slice(from, from + partBytes)
  }
}

/** Null when the line broke or the house is restarting. */
async function put(address: string, body: Blob): Promise<Answer | null> {
  const headers = { 'Content-Type': 'application/octet-stream' }
  const response = await fetch(address, { method: 'PUT', body, headers }).catch(() => null)
  if (!response || response.status >= 500) return null
  return (await response.json().catch(() => null)) as Answer | null
}

/** A short mark of a text, the same each time (FNV-1a, twice). */
function markOf(text: string): string {
  const hash = (seed: number) => {
    let value = seed
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
    return (value >>> 0).toString(36)
  }
  return `tep-${hash(0x811c9dc5)}-${hash(0x1234567)}-${text.length}`
}
