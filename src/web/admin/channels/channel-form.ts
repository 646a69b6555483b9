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
}

/** What each service asks for; names as its driver reads them. */
export const fieldsOf: Record<Door, readonly FieldOf[]> = {
  zalo: [
    { name: 'appId' },
    { name: 'appSecret', secret: true },
    { name: 'oaSecret', secret: true },
    { name: 'oaId', optional: true },
    { name: 'author', optional: true },
  ],
  facebook: [{ name: 'appId' }, { name: 'appSecret', secret: true }],
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
    { name: 'host' },
    { name: 'port', initial: '587' },
    { name: 'security', initial: 'starttls', options: ['starttls', 'tls', 'none'] },
    { name: 'from' },
    { name: 'fromName' },
    { name: 'user', optional: true },
    { name: 'password', secret: true, optional: true },
  ],
  zns: [],
}
