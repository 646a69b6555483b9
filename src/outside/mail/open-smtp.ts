import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Credentials, Driver, Outgoing, Sent } from '../messages/driver.ts'
import { explainSmtp, isRefusal } from './explain-smtp.ts'
import { writeMail } from './write-mail.ts'

/**
 * E-mail over the office's own mail server (SMTP, RFC 5321), plain text and HTML. Our id is the
 * Message-ID, by which mailboxes may know a letter that came twice, but need not.
 *
 * Settings: `host`, `port`, `security` (`tls`, `starttls`; `none` only inside one's own walls), `from`,
 * `fromName`, `user`. Secrets: `password`.
 */
export function openSmtp(): Driver {
  return { kind: 'email', repeats: false, send }
}

async function send(account: Credentials, message: Outgoing, signal: AbortSignal): Promise<Sent> {
  const { host, port, security = 'starttls', from, user } = account.settings
  const { password } = account.secrets
  if (!host || !from || (user && !password)) return { outcome: 'account', why: 'settings_missing' }
  if (!message.to.email) return { outcome: 'never', why: 'recipient_wrong' }
  const letter = await writeMail(account.settings, message)
  if (letter === null) return { outcome: 'never', why: 'content_refused' }
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const connection = new Connection({
    host,
    port: Number(port) || (security === 'tls' ? 465 : 587),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    logger: false,
  })
  // One that ends may say so twice; nobody listening would end the program.
  connection.on('error', () => undefined)
  // Read only when the server said that it listens (354): from then on it may have arrived.
  let handedOver = false
  const body = new Readable({
    read() {
      handedOver = true
      this.push(letter)
      this.push(null)
    },
  })
  const close = () => connection.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    signal.throwIfAborted()
    await step(connection, (done) => connection.connect(done))
    if (user)
      await step(connection, (done) => connection.login({ user, pass: password ?? '' }, done))
    const envelope = { from, to: [message.to.email] }
    await step(connection, (done) => connection.send(envelope, body, done))
    return { outcome: 'accepted', ref: null }
  } catch (error) {
    if (handedOver && !isRefusal(error))
      return { outcome: 'unsure', why: signal.aborted ? 'slow' : 'unreachable' }
    return signal.aborted ? { outcome: 'later', why: 'slow' } : explainSmtp(error)
  } finally {
    signal.removeEventListener('abort', close)
    connection.quit()
  }
}

/** One step of the talk. A connection that ends calls nobody back: it says so by an event only. */
async function step(
  connection: SMTPConnection,
  begin: (done: (wrong?: Error | null) => void) => void,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('closed')))
    begin((wrong) => (wrong ? reject(wrong) : resolve()))
  })
}
