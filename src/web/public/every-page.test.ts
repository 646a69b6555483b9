import { beforeAll, describe, expect, test } from 'vitest'
import { atDesk, planUntil, useSite, type Page } from '#test/site.ts'
import { need } from '#test/desk.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'

const site = useSite()
const read = new Map<string, Page>()
/** Officers' doors, built files and feeds are no pages of the citizens. */
const elsewhere = /^\/(en\/)?(dang-nhap|assets)|\.(rss|atom|json)$/

beforeAll(async () => {
  await planUntil(site, '2026-11-20', '2026-12-31')
  await receiveRequest(atDesk(site), need({ procedureCode: '3.000333' }))
  for (const start of ['/vu-ban', '/en/vu-ban']) await follow(start)
}, 120_000)

/** Reads a page and every page that it links to. */
async function follow(path: string): Promise<void> {
  if (read.has(path)) return
  const page = await site.get(path)
  read.set(path, page)
  const links = [...page.html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((link) =>
    link[1]!.replaceAll('&amp;', '&'),
  )
  for (const link of links) if (!elsewhere.test(link) && read.size < 400) await follow(link)
}

describe('the privacy notice', () => {
  test('says what is kept, what never, for how long, whose law it is and whom to ask', async () => {
    const { text } = await site.get('/vu-ban/quyen-rieng-tu')

    expect(text).toMatch(/Mật khẩu, passcode, mã OTP .* không có chỗ nào để nhập/)
    expect(text).toContain('Giữ bao lâu')
    expect(text).toContain('91/2025/QH15')
    expect(text).toContain('356/2025/NĐ-CP')
    expect(text).toMatch(/Hỏi ai .*02283820123/)
  })
})

describe('every page that citizens can reach by links', () => {
  test('is there', () => {
    expect(read.size).toBeGreaterThan(100)
    const missing = [...read].filter(([, page]) => page.status !== 200).map(([path]) => path)
    expect(missing).toEqual([])
  })

  test('has one first heading, then none left out on the way down', () => {
    const wrong = [...read].filter(([, { html }]) => {
      const levels = [...html.matchAll(/<h([1-6])/g)].map((it) => Number(it[1]))
      return (
        levels.filter((level) => level === 1).length !== 1 ||
        levels.some((level, i) => i > 0 && level > levels[i - 1]! + 1)
      )
    })
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('says its language, and has a title of its own in it', () => {
    const titles = new Map<string, string>()
    const wrong = [...read].filter(([path, { html, title }]) => {
      const lang = path.startsWith('/en') ? 'en' : 'vi'
      const key = `${lang} ${title}`
      const taken = titles.get(key)
      titles.set(key, path)
      return title === '' || taken !== undefined || !html.includes(`<html lang="${lang}">`)
    })
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('has a link to skip to its content, one main landmark, and no script', () => {
    for (const { html } of read.values()) {
      expect(html).toContain('href="#noi-dung"')
      expect(html.match(/<main /g)).toHaveLength(1)
      expect(html).not.toMatch(/<script|style="|onclick/)
    }
  })

  test('leads to the same page in the other language', () => {
    const lost = [...read].filter(([path, { html }]) => {
      const other = /href="([^"]+)" lang="(?:vi|en)" hreflang/.exec(html)?.[1]
      return other === undefined || !read.has(other.replaceAll('&amp;', '&')) ? path : false
    })
    expect(lost.map(([path]) => path)).toEqual([])
  })
})
