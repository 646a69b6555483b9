/** The kinds of channel that belong to others and let us in with an account. */
export type ChannelKind = 'zalo' | 'zns' | 'facebook' | 'sms' | 'email'

/** Whom a message goes to: one of them, as the channel knows people. */
export type Recipient = {
  /** As the services write it: 84 and nine digits. */
  phone?: string
  /** The person's id with this one Official Account. */
  zaloUserId?: string
  email?: string
  /** The office's own page, for all who read it. */
  page?: true
}

export type Picture = {
  /** Where the channel can fetch it. */
  url: string
  alt: string
}

/** What a message says, in the parts that its channel needs. */
export type Content = {
  text?: string
  link?: string
  title?: string
  /** A wording that the channel approved beforehand, with what it names. */
  template?: { id: string; params: Record<string, string> }
  html?: string
  /** Where whoever wants no more of it says so; e-mail shows a button of its own for it. */
  unsubscribe?: string
  pictures?: readonly Picture[]
  publishAt?: Date
  /** Of an earlier post, as the channel calls it: changed, or taken down. */
  edit?: string
  remove?: string
}

export type Outgoing = {
  /** Ours, the same at every attempt: given to the service where it has a place for it. */
  id: string
  to: Recipient
  content: Content
}

/** Why something did not go out. Each has words, and what to do, in `src/words/deliveries.ts`. */
export const whys = [
  // Passing: the service, the way there, or its limits.
  'unreachable',
  'slow',
  'garbled',
  'service_error',
  'too_fast',
  'quota_used',
  // This message or this recipient.
  'recipient_wrong',
  'recipient_unreachable',
  'recipient_refused',
  'window_closed',
  'content_refused',
  'template_wrong',
  'too_long',
  'duplicate',
  'post_gone',
  // The account.
  'token_expired',
  'token_revoked',
  'key_wrong',
  'permission_missing',
  'package_missing',
  'no_balance',
  'sender_not_approved',
  'address_not_allowed',
  'settings_missing',
] as const

export type Why = (typeof whys)[number]

export type Sent =
  | { outcome: 'accepted'; ref: string | null; delivered?: boolean }
  /** The body went out and no answer came: it may have arrived. */
  | { outcome: 'unsure'; why: Why }
  /** Passing trouble; it surely did not arrive. With `waitSeconds` the service asks to be left alone so long. */
  | { outcome: 'later'; why: Why; waitSeconds?: number }
  /** This message or this recipient will never work. */
  | { outcome: 'never'; why: Why }
  /** Nothing goes over this account until somebody has done something about it. */
  | { outcome: 'account'; why: Why }

/** An account as its driver needs it: addresses and names, secrets, and the access token of now. */
export type Credentials = {
  settings: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
  accessToken?: string
}

/** Two tokens of which the second is good for one refresh only. */
export type TokenPair = { access: string; refresh: string; expiresAt: Date }

export type Refreshed =
  | { outcome: 'refreshed'; pair: TokenPair }
  /** Surely not used: the connection was never made, or the service said so. */
  | { outcome: 'later'; why: Why; waitSeconds?: number }
  /** It may have been used up. */
  | { outcome: 'unsure'; why: Why }
  | { outcome: 'account'; why: Why }

/** One service of one kind. Pure protocol: knows no database, decides no retry. */
export type Driver = {
  kind: ChannelKind
  /** The service knows our id: the same message may be sent again after `unsure`. */
  repeats: boolean
  /** For how long the service remembers our id, in hours; 20 when left out. */
  repeatsForHours?: number
  send: (account: Credentials, message: Outgoing, signal: AbortSignal) => Promise<Sent>
  /** Where the way in is a pair of tokens. Called once for each refresh token, ever. */
  refresh?: (account: Credentials, refreshToken: string, signal: AbortSignal) => Promise<Refreshed>
}

/** By the provider that an account names: `zalo`, `zns`, `facebook`, `esms`, `smtp`. */
export type Drivers = Readonly<Record<string, Driver>>
