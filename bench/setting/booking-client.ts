// A process of its own, so that asking does not slow the servers that are measured:
//   node booking-client.ts '{"urls": […], "office": "vu-ban", "days": […], "starts": […], …}'
// Books seats by HTTP as a phone without script does: posts the time and the phone, follows to the
// page of the hold, posts the name. With `heldBefore`, so many hold first and only their bookings are
// timed. Or, with `bare`, posts once. One question at a time on each of
// `connections`; ends after `seconds`, or when `people` have asked once each. Prints JSON.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Asked, Told } from './booking-load.ts'

const asked = JSON.parse(process.argv[2]!) as Asked
const { connections, days, starts } = asked
const milliseconds: Record<'hold' | 'book' | 'both', number[]> = { hold: [], book: [], both: [] }
const answers: Record<string, number> = {}
let next = 0

const held: string[] = []
if (asked.heldBefore !== undefined) {
  const wanted = asked.heldBefore
  await onEach(async (post) => {
    while (next < wanted) {
      const path = await hold(post, asked.first + next++)
      if (path !== '') held.push(path)
    }
  })
}

const from = performance.now()
const until = from + asked.seconds * 1000
await onEach(async (post) => {
  if (asked.heldBefore !== undefined) {
    for (let path = held.pop(); path !== undefined; path = held.pop()) await bookHeld(post, path)
    return
  }
  while (performance.now() < until && (asked.people === undefined || next < asked.people)) {
    const nth = asked.first + next++
    await (asked.bare ? insert(post, nth) : book(post, nth))
  }
})
const elapsed = (performance.now() - from) / 1000
const told: Told = { elapsed, answers, milliseconds }
console.log(JSON.stringify(told))

async function onEach(work: (post: Post) => Promise<void>): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, (_, i) => askOn(asked.urls[i % asked.urls.length]!, work)),
  )
}

async function askOn(address: string, work: (post: Post) => Promise<void>): Promise<void> {
  const url = new URL(address)
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  const read = readAnswers(socket)
  await once(socket, 'connect')
  const post = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields).toString()
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${url.host}\r\nOrigin: ${url.origin}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    const { value } = await read.next()
    if (value === undefined) throw new Error('the server hung up')
    return value
  }
  await work(post)
  socket.destroy()
}

type Answer = { status: number; location: string }
type Post = (path: string, fields: Record<string, string>) => Promise<Answer>

async function insert(post: Post, nth: number): Promise<void> {
  const begun = performance.now()
  const { status } = await post('/', { khoa: `bench-${nth}`, ten: 'Nguyen Thi Lan' })
  count(String(status))
  milliseconds.both.push(performance.now() - begun)
}

async function book(post: Post, nth: number): Promise<void> {
  const begun = performance.now()
  const path = await hold(post, nth)
  milliseconds.hold.push(performance.now() - begun)
  if (path === '') return
  await bookHeld(post, path)
  milliseconds.both.push(performance.now() - begun)
}

/** Where the hold is; '' when it was refused, which is counted. */
async function hold(post: Post, nth: number): Promise<string> {
  const day = days[nth % days.length]!
  const start = starts[Math.floor(nth / days.length) % starts.length]!
  const { status, location } = await post(`/${asked.office}/dat-lich/${day}`, {
    gio: start,
    'dien-thoai': `09${String(nth).padStart(8, '0')}`,
    khoa: `bench-hold-${nth}`,
  })
  if (status === 303) return new URL(location, 'http://x').pathname
  count(`hold ${status}`)
  return ''
}

async function bookHeld(post: Post, path: string): Promise<void> {
  const begun = performance.now()
  const { status, location } = await post(path, {
    ten: 'Nguyen Thi Lan',
    'nguoi-dat': '',
    'ghi-chu': '',
    khoa: `bench-book-${path.split('/').at(-1)}`,
  })
  milliseconds.book.push(performance.now() - begun)
  count(status === 303 && location.includes('/hen/') ? 'booked' : `book ${status}`)
}

function count(answer: string): void {
  answers[answer] = (answers[answer] ?? 0) + 1
}

/** Status and Location of each answer, once its body was read to the end. */
async function* readAnswers(socket: AsyncIterable<Buffer>): AsyncGenerator<Answer, undefined> {
  let all = ''
  for await (const chunk of socket) {
    all += chunk.toString('latin1')
    const headEnd = all.indexOf('\r\n\r\n')
    if (headEnd < 0) continue
    const head = all.slice(0, headEnd)
    const body = all.slice(headEnd + 4)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    const chunked = /\r\ntransfer-encoding: chunked/i.test(head)
    if (length !== undefined && body.length < Number(length)) continue
    if (chunked && !body.endsWith('0\r\n\r\n')) continue
    yield {
      status: Number(head.slice(9, 12)),
      location: /\r\nlocation: (\S+)/i.exec(head)?.[1] ?? '',
    }
    all = ''
  }
}
