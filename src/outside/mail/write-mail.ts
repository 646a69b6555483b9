import type { Outgoing } from '../messages/driver.ts'

/** The letter as it goes over the wire; null when it would say nothing. */
export async function writeMail(
  settings: Readonly<Record<string, string>>,
  { id, to, content }: Outgoing,
): Promise<Buffer | null> {
  const { from = '', fromName = '' } = settings
  const { title = '', text = '', link, unsubscribe } = content
  if (text === '' || title === '') return null
  const whole = link && !text.includes(link) ? `${text}\n\n${link}` : text
  const domain = from.split('@')[1] ?? 'localhost'
  const { default: Composer } = await import('nodemailer/lib/mail-composer')
  const composer = new Composer({
    from: { name: oneLine(fromName), address: from },
    to: { name: '', address: to.email ?? '' },
    subject: oneLine(title),
    text: whole,
    html: content.html ?? toHtml(whole, content.pictures ?? []),
    messageId: `<${id}@${domain}>`,
    headers: {
      // Written by a program: no answer of a holiday is to come back (RFC 3834). The way out of the list
      // is a page with a button (RFC 2369), since what looks at links must not end anything.
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim()
}

function toHtml(text: string, pictures: readonly { url: string; alt: string }[]): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((it) => `<p>${linked(it).replaceAll('\n', '<br>')}</p>`)
  const shown = pictures.map(
    ({ url, alt }) => `<p><img src="${escape(url)}" alt="${escape(alt)}"></p>`,
  )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><body>${[...paragraphs, ...shown].join('\n')}</body></html>`
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((it, i) => (i % 2 === 1 ? `<a href="${escape(it)}">${escape(it)}</a>` : escape(it)))
    .join('')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
