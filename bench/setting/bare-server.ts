// The least that a server can do for the same page, as the measure of the house's own:
//   node bare-server.ts PAGE.json
// PAGE.json: { databaseUrl, max, queries: [{ text, values }], body }. Each question runs the same
// queries over a pool of the same size, at the same time, and is answered with the same bytes.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'
import type { BarePage } from './bare.ts'

const [file = ''] = process.argv.slice(2)
const page = JSON.parse(readFileSync(file, 'utf8')) as BarePage
const pool = new pg.Pool({ connectionString: page.databaseUrl, max: page.max })
const body = Buffer.from(page.body)
const squeeze = promisify(gzip)

const server = createServer((question, answer) => void respond(question, answer))
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify(server.address())))

async function respond(question: IncomingMessage, answer: ServerResponse): Promise<void> {
  await Promise.all(page.queries.map(({ text, values }) => pool.query(text, values)))
  const gzipped = question.headers['accept-encoding'] === 'gzip'
  const bytes = gzipped ? await squeeze(body, { level: 6 }) : body
  answer.writeHead(200, {
    'content-type': 'text/html; charset=UTF-8',
    'content-length': bytes.length,
    ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
  })
  answer.end(bytes)
}
