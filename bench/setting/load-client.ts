// A process of its own, so that asking does not slow the server that is measured:
//   node load-client.ts URL CONNECTIONS SECONDS ENCODING
// Asks for one page over kept connections, one question at a time on each, and prints JSON.
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
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  for (let asked = from; asked < until;) {
    const sent = performance.now()
    bytes += await ask(socket)
    asked = performance.now()
    milliseconds.push(asked - sent)
  }
  socket.destroy()
}

/** @returns the bytes of the body, as its length in the head says */
function ask(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0)
    let left: number | undefined
    let length = 0
    const read = (chunk: Buffer) => {
      if (left === undefined) {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf(headEnd)
        if (end < 0) return
        const text = head.toString('latin1', 0, end)
        const said = /\r\ncontent-length: (\d+)/i.exec(text)
        if (!text.startsWith('HTTP/1.1 200 ') || !said) return reject(new Error(text))
        length = Number(said[1])
        left = length - (head.length - end - headEnd.length)
      } else {
        left -= chunk.length
      }
      if (left > 0) return
      socket.off('data', read)
      resolve(length)
    }
    socket.on('data', read)
    socket.once('close', () => reject(new Error('the server hung up')))
    socket.write(question)
  })
}
