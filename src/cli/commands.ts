import { words } from '#src/words/index.ts'

/** What `taicho NAME` can do. Each is loaded only when called, so that none waits for another's. */
export const commands = {
  serve: { run: async () => (await import('./serve.ts')).serve() },
  migrate: { run: async () => (await import('./migrate.ts')).migrateOnly() },
  demo: { run: async () => (await import('./demo.ts')).demo() },
  office: { run: async (args: string[]) => (await import('./office.ts')).office(args) },
  import: { run: async (args: string[]) => (await import('./import.ts')).importFile(args) },
  backup: { run: async (args: string[]) => (await import('./backup.ts')).backup(args) },
  restore: { run: async (args: string[]) => (await import('./restore.ts')).restore(args) },
  doctor: { run: async (args: string[]) => (await import('./doctor.ts')).doctor(args) },
  verify: { run: async (args: string[]) => (await import('./verify.ts')).verify(args) },
} satisfies Record<string, { run: (args: string[]) => Promise<number> }>

/** The list of commands, in both languages. */
export function usage(): string {
  const lines = Object.keys(commands).map((name) => {
    const key = name as keyof typeof commands
    const { vi, en } = words
    return `  taicho ${vi.start.commands[key].padEnd(32)} ${vi.start.about[key]}\n${''.padEnd(42)}${en.start.about[key]}`
  })
  return `Tại Chỗ\n\n${lines.join('\n')}\n`
}
