import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import {
  changePassword,
  hireOfficer,
  type Officer,
  type Role,
} from '#src/modules/identity/index.ts'
import type { PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { createApp } from '#src/web/app.tsx'
import type { Shelf } from './papers/shelf.ts'
import { softLibrary } from './signing/soft-token.ts'
import { asOfficer, useOffice, type TestOffice } from './office.ts'

/** The whole site as officers reach it: through its addresses, with the cookie of a real sign-in. */
export type OfficersSite = {
  office: TestOffice
  /** What the only clock of the house says. */
  now: Date
  /** The office seen by nobody in particular, who may set up what a test needs. */
  owner: () => Ctx
  /** An officer who has chosen their own password. */
  hire: (role: Role) => Promise<Officer & { password: string }>
  /** The same, signed in. */
  enter: (role: Role) => Promise<Officer & { password: string; cookie: string }>
  get: (path: string, cookie?: string) => Promise<Answer>
  post: (path: string, form: Form, headers?: Record<string, string>) => Promise<Answer>
  /** For what is no form of fields: files, parts of files. */
  send: (path: string, init: RequestInit) => Promise<Answer>
}

type Form = Record<string, string | string[]>

export type Answer = {
  status: number
  headers: Headers
  location: string | null
  cookie: string | null
  html: string
  /** What is read: without tags, one space between words. */
  text: string
}

const ownPassword = 'bà ngoại trồng khoai'

/** The site on an office of its own, at 8:30 on Friday 20 November 2026. */
export function useOfficers(shelf?: Shelf, pades?: PadesWorker): OfficersSite {
  const office = useOffice()
  const site = { office, now: office.now } as OfficersSite
  site.owner = () => ({ ...office, now: site.now, actor: { kind: 'system', job: 'test' } })
  site.hire = async (role) => {
    const { officer, password } = await hireOfficer(site.owner(), {
      login: `thu-${randomUUID().slice(0, 8)}`,
      fullName: 'Cán bộ Thử',
      title: 'Công chức Văn phòng – Thống kê',
      role,
    })
    const self = asOfficer(office, [], officer.id)
    await changePassword(self, { current: password, password: ownPassword })
    return { ...officer, password: ownPassword }
  }
  site.enter = async (role) => {
    const officer = await site.hire(role)
    const { login, password } = officer
    const { cookie } = await site.post('/dang-nhap', { login, password })
    return { ...officer, cookie: cookie!.split(';')[0]! }
  }
  beforeAll(() => {
    const app = createApp({
      database: office.database,
      sealer: office.sealer,
      publicUrl: 'http://localhost',
      now: () => site.now,
      ...(shelf && { papers: { ...shelf, publicReader: shelf.reader } }),
      ...(pades && { pades }),
      pkcs11Libraries: [softLibrary],
      demoSignIns: [{ login: 'hang', password: 'ngay-thu-sau', title: 'Cán bộ tiếp nhận' }],
    })
    site.get = async (path, cookie) =>
      read(await app.request(path, cookie ? { headers: { cookie } } : {}))
    site.send = async (path, { headers, ...init }) =>
      read(
        await app.request(path, {
          ...init,
          headers: { origin: 'http://localhost', ...(headers as Record<string, string>) },
        }),
      )
    site.post = async (path, form, headers) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form))
        for (const one of [value].flat()) body.append(name, one)
      return read(
        await app.request(path, {
          method: 'POST',
          body,
          headers: { origin: 'http://localhost', ...headers },
        }),
      )
    }
  })
  return site
}

async function read(response: Response): Promise<Answer> {
  const html = await response.text()
  const text = html
    .replace(/<(style|head)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
  const { status, headers } = response
  const [location, cookie] = [headers.get('location'), headers.get('set-cookie')]
  return { status, headers, location, cookie, html, text }
}
