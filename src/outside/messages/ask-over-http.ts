import { request as askPlain, type IncomingHttpHeaders } from 'node:http'
import { request as askSealed } from 'node:https'
import type { Why } from './driver.ts'

export type Asked = {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Largest answer that is read, in bytes. */
  largest?: number
}

export type Answer =
  | { got: 'answer'; status: number; headers: IncomingHttpHeaders; text: string }
  /** No byte of ours went out: it surely was not done. */
  | { got: 'nothing_sent'; why: Why }
  /** Something of ours went out and no whole answer came: it may have been done. */
  | { got: 'no_answer'; why: Why }

const usualLargest = 256 * 1024

/**
 * Asks a service once over HTTP. Never follows a redirect: secrets would go along to wherever it points.
 * Each question has a connection of its own; on one kept from before, nobody could tell a question that
 * was lost on the way from one that was answered into a connection just closed (RFC 9112, 9.5).
 */
export async function askOverHttp(asked: Asked, signal: AbortSignal): Promise<Answer> {
  const { method = 'POST', headers = {}, body, largest = usualLargest } = asked
  const url = new URL(asked.url)
  const ask = url.protocol === 'https:' ? askSealed : askPlain
  const bytes = body === undefined ? undefined : Buffer.from(body)
  const length = bytes ? { 'content-length': String(bytes.length) } : {}
  return new Promise((resolve) => {
    let connected = false
    const fail = () =>
      resolve({
        got: connected ? 'no_answer' : 'nothing_sent',
        why: signal.aborted ? 'slow' : 'unreachable',
      })
    if (signal.aborted) return fail()
    const options = { method, headers: { ...headers, ...length }, agent: false, signal }
    const request = ask(url, options, (response) => {
      const chunks: Buffer[] = []
      let read = 0
      response.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read <= largest) return void chunks.push(chunk)
        resolve({ got: 'no_answer', why: 'garbled' })
        request.destroy()
      })
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({
          got: 'answer',
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
        })
      })
      response.on('error', fail)
      response.on('close', fail)
    })
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (connected = true))
    })
    request.on('error', fail)
    request.end(bytes)
  })
}

/** What a service wrote as JSON; undefined when it wrote something else. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
