import { words } from '#src/words/index.ts'

/** Says in the terminal what is being done, Vietnamese first, so that nothing long is silent. */
export function tell(step: keyof typeof words.vi.start.steps, detail = ''): void {
  const { vi, en } = words
  process.stderr.write(
    `▸ ${vi.start.steps[step]}${detail && ` ${detail}`}  (${en.start.steps[step]})\n`,
  )
}

/** A bar that moves on one line of a terminal, and a line at every tenth where there is none. */
export function progress(label: string): (done: number, total: number) => void {
  let shown = -1
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    if (percent === shown) return
    const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░')
    if (process.stderr.isTTY) {
      process.stderr.write(`\r  ${label} ${bar} ${percent}%${percent === 100 ? '\n' : ''}`)
    } else if (Math.floor(percent / 10) !== Math.floor(shown / 10)) {
      process.stderr.write(`  ${label} ${percent}%\n`)
    }
    shown = percent
  }
}
