import { channelLimits, type Channel } from './channel.ts'

export type ChannelText = {
  channel: Channel
  limit: number | null
  /** All of it, with the link at its end. */
  text: string
  /** Where a channel would cut it: what stays, and what nobody would read. */
  cut: { kept: string; lost: string } | null
  /** Whole sentences that fit, with the link; only where the text is too long. */
  shorter: string | null
}

/**
 * The text made for one channel: title, words, and a link that says by which channel people came; or
 * what an officer chose for it (`own`), with the link.
 */
export function wordForChannel(
  channel: Channel,
  said: { title: string; body: string },
  link: string,
  own?: string,
): ChannelText {
  const limit = channelLimits[channel]
  const text = [...(own === undefined ? [said.title, said.body] : [own]), link]
    .filter(Boolean)
    .join('\n\n')
  if (limit === null || text.length <= limit)
    return { channel, limit, text, cut: null, shorter: null }
  return {
    channel,
    limit,
    text,
    cut: { kept: text.slice(0, limit), lost: text.slice(limit) },
    shorter: shorten(own === undefined ? said : splitTitle(own), link, limit),
  }
}

/** What goes out where nobody chooses: all of it, or as many whole sentences as the channel takes. */
export function sentText(made: ChannelText): string {
  return made.shorter ?? made.text
}

function splitTitle(own: string): { title: string; body: string } {
  const [title = '', ...body] = own.split('\n')
  return { title, body: body.join('\n') }
}

/** From the beginning as many whole sentences as fit: what, when and where stand first. */
function shorten(said: { title: string; body: string }, link: string, limit: number): string {
  const tail = link === '' ? '' : `\n\n${link}`
  let text = said.title
  for (const line of said.body.split('\n')) {
    let joint = '\n'
    for (const sentence of line.split(/(?<=[.!?]) +/).filter(Boolean)) {
      const longer = text + (text === said.title ? '\n\n' : joint) + sentence
      if (longer.length + tail.length > limit) return text + tail
      text = longer
      joint = ' '
    }
  }
  return text + tail
}
