import { facebookAddress } from '../facebook/ask-graph.ts'
import { openFacebook } from '../facebook/open-facebook.ts'
import { openSmtp } from '../mail/open-smtp.ts'
import { esmsAddress, openEsms } from '../sms/open-esms.ts'
import { openZalo } from '../zalo/open-zalo.ts'
import { openZns } from '../zalo/open-zns.ts'
import { zaloAddresses, type ZaloAddresses } from '../zalo/zalo-addresses.ts'
import type { Drivers } from './driver.ts'

/** Where the services are. No office may change it: secrets go there. */
export type ServiceAddresses = { zalo: ZaloAddresses; facebook: string; esms: string }

export const serviceAddresses: ServiceAddresses = {
  zalo: zaloAddresses,
  facebook: facebookAddress,
  esms: esmsAddress,
}

/** All drivers, by the provider that an account names. */
export function openDrivers(
  at: ServiceAddresses = serviceAddresses,
  now: () => number = Date.now,
): Drivers {
  return {
    zalo: openZalo(at.zalo, now),
    zns: openZns(at.zalo, now),
    facebook: openFacebook(at.facebook, now),
    esms: openEsms(at.esms),
    smtp: openSmtp(),
  }
}
