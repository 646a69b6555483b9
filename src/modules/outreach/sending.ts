import type { ChannelKind, Subject } from '#src/modules/deliveries/index.ts'
import type { Channel } from './channel.ts'

/** The channels over which the house sends bulletins by itself; ZNS is for notices to one person. */
export type SendingChannel = Exclude<ChannelKind, 'zns'> & Channel

/** One post that all who follow the office see, which can be changed or taken down. */
export const postChannels = ['zalo', 'facebook'] as const

export type PostChannel = (typeof postChannels)[number]

export const sendingChannels = ['zalo', 'facebook', 'sms', 'email'] as const

/** Where people are led, as the site writes it: this module knows no address. */
export type Addresses = {
  /** The page that a channel's text leads to. */
  link: (channel: Channel) => string
  picture: (pictureId: string) => string
  /** Shown where a channel wants a picture and the bulletin has none. */
  cover: string
  /** Where who gets it may say that it is enough. */
  leave: string
}

/** What was sent to many people about a bulletin. */
export function subjectOf(bulletinId: string): Subject {
  return { kind: 'outreach.bulletin', id: bulletinId }
}

/** Posts on the office's pages: few, so that each can be found again and changed. */
export function pageSubjectOf(bulletinId: string): Subject {
  return { kind: 'outreach.page', id: bulletinId }
}
