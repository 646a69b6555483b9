import type { Sent, Why } from '../messages/driver.ts'

type Kind = Extract<Sent, { outcome: 'later' | 'never' | 'account' }>

const later = (why: Why, waitSeconds?: number): Kind => ({
  ...{ outcome: 'later', why },
  ...(waitSeconds === undefined ? {} : { waitSeconds }),
})
const never = (why: Why): Kind => ({ outcome: 'never', why })
const account = (why: Why): Kind => ({ outcome: 'account', why })

const hour = 3600

/**
 * What Zalo's numbers mean for messages and articles of an Official Account
 * (developers.zalo.me, "Mã lỗi" of the Official Account API).
 */
const ofOa: Record<number, Kind> = {
  [-32]: later('too_fast', 60),
  [-200]: later('service_error'),
  [-201]: never('content_refused'),
  [-204]: account('permission_missing'),
  [-205]: account('permission_missing'),
  [-209]: account('permission_missing'),
  [-210]: never('too_long'),
  [-211]: later('quota_used', hour),
  [-212]: account('permission_missing'),
  [-213]: never('recipient_unreachable'),
  [-214]: later('service_error'),
  [-216]: account('token_expired'),
  [-217]: never('recipient_refused'),
  [-218]: later('quota_used', hour),
  [-221]: account('permission_missing'),
  [-224]: account('package_missing'),
  [-227]: never('recipient_unreachable'),
  [-230]: never('window_closed'),
  [-232]: never('window_closed'),
  [-233]: never('content_refused'),
  [-234]: later('too_fast', hour),
  [-248]: never('content_refused'),
  [-320]: account('permission_missing'),
  [-321]: account('no_balance'),
  3001: account('permission_missing'),
  3002: never('post_gone'),
  3003: never('content_refused'),
  3004: later('quota_used', hour),
  3005: never('content_refused'),
}

/** What they mean for ZNS (zalo.cloud/zns/guidelines/handle-error-code). */
const ofZns: Record<number, Kind> = {
  [-100]: later('service_error'),
  [-101]: account('key_wrong'),
  [-102]: account('key_wrong'),
  [-103]: account('permission_missing'),
  [-104]: account('key_wrong'),
  [-105]: account('permission_missing'),
  [-108]: never('recipient_wrong'),
  [-109]: never('template_wrong'),
  [-110]: never('recipient_unreachable'),
  [-111]: never('template_wrong'),
  [-112]: never('template_wrong'),
  [-113]: never('template_wrong'),
  [-114]: never('recipient_unreachable'),
  [-115]: account('no_balance'),
  [-116]: never('content_refused'),
  [-117]: never('template_wrong'),
  [-118]: never('recipient_unreachable'),
  [-119]: never('recipient_unreachable'),
  [-120]: account('permission_missing'),
  [-121]: never('template_wrong'),
  [-122]: never('template_wrong'),
  [-124]: account('token_expired'),
  [-125]: account('permission_missing'),
  [-127]: never('template_wrong'),
  [-130]: never('too_long'),
  [-131]: never('template_wrong'),
  [-132]: never('template_wrong'),
  [-133]: later('too_fast', hour),
  [-134]: never('recipient_refused'),
  [-135]: account('permission_missing'),
  [-136]: account('permission_missing'),
  [-137]: account('no_balance'),
  [-138]: account('permission_missing'),
  [-139]: never('recipient_refused'),
  [-141]: never('recipient_refused'),
  [-144]: later('quota_used', hour),
  [-145]: never('template_wrong'),
  [-146]: never('template_wrong'),
  [-147]: later('quota_used', hour),
}

/**
 * What becomes of a message that Zalo refused with a number. A number that is not known is Zalo's refusal
 * of this message: it is not tried for days, and a person reads of it.
 */
export function explainZalo(error: number, url: string): Kind {
  const known = url.endsWith('/message/template') ? ofZns : ofOa
  return known[error] ?? never('content_refused')
}
