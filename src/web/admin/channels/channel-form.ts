import type { ChannelKind } from '#src/modules/deliveries/index.ts'

/** The doors of the page: each channel, and the second provider of SMS. */
export const doors = ['zalo', 'facebook', 'sms', 'sms-2', 'email', 'zns'] as const

export type Door = (typeof doors)[number]

export function isDoor(typed: string): typed is Door {
  return (doors as readonly string[]).includes(typed)
}

export function accountOf(door: Door): { channel: ChannelKind; rank: 1 | 2; provider: string } {
  if (door === 'sms-2') return { channel: 'sms', rank: 2, provider: 'esms' }
  const provider = { sms: 'esms', email: 'smtp', zalo: 'zalo', zns: 'zns', facebook: 'facebook' }
  return { channel: door, rank: 1, provider: provider[door] }
}

type FieldOf = {
  name: string
  secret?: boolean
  optional?: boolean
  initial?: string
  options?: readonly string[]
  /** What it is made of, where a slip of the pen would show only with the first message. */
  form?: keyof typeof forms
}

/** What is wrong with each is said by a word of the same name. */
export const forms = {
  digits: /^\d{1,30}$/,
  version: /^v\d{1,3}\.0$/,
  host: /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
  port: /^(?!0)(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
  mailbox: /^[^\s@<>"]{1,64}@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/,
} as const

/** Its administrator allows it on a page of the service. */
export function isAllowedThere(door: Door): door is 'zalo' | 'facebook' {
  return door === 'zalo' || door === 'facebook'
}

/** What each service asks for; names as its driver reads them. */
export const fieldsOf: Record<Door, readonly FieldOf[]> = {
  zalo: [
    { name: 'appId', form: 'digits' },
    { name: 'appSecret', secret: true },
    { name: 'oaSecret', secret: true },
    { name: 'oaId', optional: true, form: 'digits' },
    { name: 'author', optional: true },
  ],
  facebook: [
    { name: 'appId', form: 'digits' },
    { name: 'appSecret', secret: true },
    { name: 'version', optional: true, form: 'version' },
  ],
  sms: [
    { name: 'brandname' },
    { name: 'apiKey', secret: true },
    { name: 'secretKey', secret: true },
  ],
  'sms-2': [
    { name: 'brandname' },
    { name: 'apiKey', secret: true },
    { name: 'secretKey', secret: true },
  ],
  email: [
    { name: 'host', form: 'host' },
    { name: 'port', initial: '587', form: 'port' },
    { name: 'security', initial: 'starttls', options: ['starttls', 'tls', 'none'] },
    { name: 'from', form: 'mailbox' },
    { name: 'fromName' },
    { name: 'user', optional: true },
    { name: 'password', secret: true, optional: true },
  ],
  zns: [],
}
