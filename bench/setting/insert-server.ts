// A bare `node:http` server that does one durable insert a request, and nothing else:
//   node insert-server.ts DATABASE_URL
// Prints where it listens. What is written is a code, a name and a moment, as a booking has them.
import { createServer } from 'node:http'
import pg from 'pg'

const [url] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 16 })
await pool.query('create table if not exists public.bare (code text, name text, at timestamptz)')

const server = createServer((question, answer) => {
  let body = ''
  question.setEncoding('utf8')
  question.on('data', (part: string) => (body += part))
  question.on('end', () => {
    const values = [body.slice(0, 20), body, new Date()]
    void pool
      .query({ name: 'bare', text: 'insert into public.bare values ($1, $2, $3)', values })
      .then(() => answer.writeHead(303, { location: '/', 'content-length': 0 }).end())
  })
})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify(server.address())))
