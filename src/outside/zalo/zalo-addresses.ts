/** Where Zalo is; tests and trials put stand-ins here. */
export type ZaloAddresses = { oauth: string; api: string; business: string }

export const zaloAddresses: ZaloAddresses = {
  oauth: 'https://oauth.zaloapp.com',
  api: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
}
