// Asks for one page, one after the other, and prints how long each took to be read to its end:
//   node page-waits.ts URL COOKIE SECONDS
import { request } from 'node:http'

const [url = '', cookie = '', seconds = '1'] = process.argv.slice(2)
const until = performance.now() + Number(seconds) * 1000
const milliseconds: number[] = []
while (performance.now() < until) {
  const from = performance.now()
  const status = await ask()
  if (status !== 200) throw new Error(`${url}: ${status}`)
  milliseconds.push(performance.now() - from)
}
console.log(JSON.stringify(milliseconds))

function ask(): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { cookie } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    })
    asked.once('error', reject)
    asked.end()
  })
}
