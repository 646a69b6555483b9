// A process of its own, so that asking does not slow the server that is measured:
//   node load-client.ts URL CONNECTIONS SECONDS ENCODING
// Asks for one page over kept connections, one question at a time on each, and prints JSON.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const [address = '', connections = '16', seconds = '3', encoding = 'identity'] =
  process.argv.slice(2)
const url = new URL(address)
const question = Buffer.from(
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n` +
    `Accept-Encoding: ${encoding}\r\nConnection: keep-alive\r\n\r\n`,
)
const headEnd = Buffer.from('\r\n\r\n')
const milliseconds: number[] = []
let bytes = 0

const from = performance.now()
const until = from + Number(seconds) * 1000
await Promise.all(Array.from({ length: Number(connections) }, askOn))
const elapsed = (performance.now() - from) / 1000
milliseconds.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    pages: milliseconds.length,
    pagesPerSecond: milliseconds.length / elapsed,
    bytesPerPage: Math.round(bytes / milliseconds.length),
    p50: milliseconds[Math.floor(milliseconds.length * 0.5)],
    p95: milliseconds[Math.floor(milliseconds.length * 0.95)],
  }),
)

async function askOn(): Promise<void> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  const answers = readAnswers(socket)
  await once(socket, 'connect')
  for (let now = from; now < until;) {
    const asked = performance.now()
    socket.write(question)
    const { value } = await answers.next()
    if (value === undefined) throw new Error('the server hung up')
    now = performance.now()
    milliseconds.push(now - asked)
    bytes += value
  }
  socket.destroy()
}

/** For each whole answer the bytes of its body, as its head says. */
async function* readAnswers(socket: Socket): AsyncGenerator<number, undefined> {
  let head = Buffer.alloc(0)
  let length: number | undefined
  let left = 0
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    if (length === undefined) {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(headEnd)
      if (end < 0) continue
      const text = head.toString('latin1', 0, end)
      const [, said] = /\r\ncontent-length: (\d+)/i.exec(text) ?? []
      if (!text.startsWith('HTTP/1.1 200 ') || !said) throw new Error(text)
      length = Number(said)
      left = length - (head.length - end - headEnd.length)
    } else {
      left -= chunk.length
    }
    if (left > 0) continue
    yield length
    head = Buffer.alloc(0)
    length = undefined
  }
}
