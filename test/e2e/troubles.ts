import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is wrong with an open page: rules of axe that it breaks, and scrolling sideways. */
export async function troubles(page: Page): Promise<string[]> {
  return [
    ...(await violations(page)),
    ...((await overflows(page)) ? ['wider than the window'] : []),
  ]
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
    ).axe
    const { violations } = await runner.run()
    return violations.map(
      (it) =>
        `${it.id}: ${it.nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
  return found
}

/** Wider than the window means scrolling sideways, which nobody finds. */
async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
}
