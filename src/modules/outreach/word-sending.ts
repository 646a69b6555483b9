import type { Content } from '#src/modules/deliveries/index.ts'
import type { BulletinVersion } from './bulletin.ts'
import type { Addresses, SendingChannel } from './sending.ts'
import { countSmsParts, withoutMarks } from './sms-parts.ts'
import { sentText, wordForChannel } from './word-for-channel.ts'

/** What a channel is given, and of how many SMS parts it is made. */
export type Worded = { content: Content; text: string; parts: number }

/** The approved words in the form that a channel needs. */
export function wordSending(
  channel: SendingChannel,
  version: BulletinVersion,
  addresses: Addresses,
  { plain = false } = {},
): Worded {
  const said = { title: version.titleVi, body: version.bodyVi }
  const link = addresses.link(channel)
  const whole = sentText(wordForChannel(channel, said, link, version.channelTexts[channel]))
  const pictures = version.pictures.map((it) => ({
    url: addresses.picture(it.id),
    alt: it.altVi,
  }))
  // An article of Zalo has a cover or is none.
  if (channel === 'zalo' && pictures.length === 0)
    pictures.push({ url: addresses.cover, alt: version.titleVi })
  const shown = pictures.length > 0 ? { pictures } : {}
  if (channel === 'sms') {
    const oneLine = whole.replace(/\s*\n+\s*/g, '. ').replace(/([.!?:;,])\. /g, '$1 ')
    const text = plain ? withoutMarks(oneLine) : oneLine
    const parts = countSmsParts(text)
    return { content: { text }, text, parts: plain ? parts.plain : parts.marked }
  }
  // The link stands beside the text, as these channels show it themselves.
  const text = whole.slice(0, whole.length - link.length).trimEnd()
  if (channel === 'email') {
    const leave = `Không muốn nhận nữa: ${addresses.leave}`
    const mail = `${text}\n\n${link}\n\n--\n${leave}`
    return { content: { title: version.titleVi, text: mail, link, ...shown }, text: mail, parts: 1 }
  }
  return { content: { title: version.titleVi, text, link, ...shown }, text: whole, parts: 1 }
}
