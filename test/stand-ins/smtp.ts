import { createServer, type Socket } from 'node:net'

export type Letter = { from: string; to: string; raw: string }

export type SmtpStandIn = {
  account: { settings: Record<string, string>; secrets: Record<string, string> }
  letters: Letter[]
  /** What is said to these recipients, such as `550 5.1.1 No such user`. */
  refuse: Map<string, string>
  /** After the whole letter, once: what is said instead of 250; `hang_up` or `silence`: no word more. Done says if it is kept. */
  afterData: { say: string; done: boolean }[]
  /** Instead of the greeting, once. */
  greeting: string[]
  /** What is done at the sign-in instead of an answer. */
  signIn?: 'hang_up' | 'silence'
  close: () => Promise<void>
}

/** A mail server on a real socket: greeting, sign-in, envelope, letter, each step checked. */
export async function playSmtp(): Promise<SmtpStandIn> {
  const [user, password] = ['thong-bao@vuban.example.vn', 'mật-khẩu-thử']
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    converse(socket, it, { user, password })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const settings = {
    ...{ host: '127.0.0.1', port: String(address.port), security: 'none' },
    ...{ from: user, fromName: 'Một cửa xã Vụ Bản', user },
  }
  const it: SmtpStandIn = {
    account: { settings, secrets: { password } },
    letters: [],
    refuse: new Map(),
    afterData: [],
    greeting: [],
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return it
}

function converse(socket: Socket, it: SmtpStandIn, who: { user: string; password: string }): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let [signedIn, inLetter, from, to] = [false, false, '', '']
  let unread = ''

  const take = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') return void say('250-mail.example.vn\r\n250-8BITMIME\r\n250 AUTH PLAIN')
    if (verb === 'AUTH' && it.signIn === 'hang_up') return void socket.destroy()
    if (verb === 'AUTH' && it.signIn === 'silence') return
    if (verb === 'AUTH') {
      const given = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString()
      signedIn = given === `\0${who.user}\0${who.password}`
      return void say(signedIn ? '235 2.7.0 Welcome' : '535 5.7.8 Wrong user or password')
    }
    if (verb === 'QUIT') return void socket.end('221 Bye\r\n')
    if (!signedIn) return void say('530 5.7.0 Sign in first')
    if (verb === 'MAIL') {
      from = /<(.*)>/.exec(line)?.[1] ?? ''
      return void say(from === who.user ? '250 2.1.0 OK' : '553 5.7.1 Not your address')
    }
    if (verb === 'RCPT') {
      to = /<(.*)>/.exec(line)?.[1] ?? ''
      return void say(it.refuse.get(to) ?? '250 2.1.5 OK')
    }
    if (verb === 'DATA') {
      inLetter = true
      return void say('354 Go on')
    }
    say('502 5.5.1 What?')
  }
  const end = (raw: string): void => {
    const trouble = it.afterData.shift()
    if (!trouble || trouble.done) it.letters.push({ from, to, raw: raw.replace(/^\.\./gm, '.') })
    if (trouble?.say === 'hang_up') return void socket.destroy()
    if (trouble?.say !== 'silence') say(trouble?.say ?? '250 2.0.0 Taken')
  }

  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    unread += chunk
    for (;;) {
      const stop = inLetter ? '\r\n.\r\n' : '\r\n'
      const at = unread.indexOf(stop)
      if (at < 0) return
      const said = unread.slice(0, at)
      unread = unread.slice(at + stop.length)
      if (!inLetter) {
        take(said)
        continue
      }
      inLetter = false
      end(said)
    }
  })
  say(it.greeting.shift() ?? '220 mail.example.vn')
}
