import { request, type ClientRequest } from 'node:http'

/** A page that is open: what it was told last, and when that turned. */
export type OpenPage = {
  /** Resolves with the moment at which what `mark` finds in the page first differs from now. */
  turns: () => Promise<number>
  stop: () => void
}

/**
 * Opens the stream of a live page over a connection of its own, and waits for its first state. `mark`
 * finds what a call changes, because other things change too, such as the minutes to wait.
 */
export async function openPage(url: string, mark: (html: string) => string): Promise<OpenPage> {
  let shown = ''
  let told: ((at: number) => void) | undefined
  let asked: ClientRequest | undefined
  await new Promise<void>((resolve, reject) => {
    asked = request(url, { agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url}: ${answer.statusCode}`))
      let left = ''
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        const events = (left + text).split('\n\n')
        left = events.pop() ?? ''
        for (const event of events) {
          const [, data] = /^event: state\ndata: (.*)$/s.exec(event) ?? []
          if (data === undefined) continue
          const next = mark((JSON.parse(data) as { html: string }).html)
          if (next === shown) continue
          shown = next
          told?.(performance.now())
          resolve()
        }
      })
      return answer.on('error', () => undefined)
    })
    asked.once('error', reject)
    asked.end()
  })
  asked?.on('error', () => undefined)
  return {
    turns: () =>
      new Promise((resolve) => {
        told = resolve
      }),
    stop: () => asked?.destroy(),
  }
}
