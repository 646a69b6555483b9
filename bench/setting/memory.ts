import { readFileSync, readdirSync } from 'node:fs'

/** Of one process and all that it started, down to the last: memory that they keep from others. */
export type Memory = { processes: number; pssMegabytes: number; byName: Record<string, number> }

/**
 * PSS as Linux counts it: a page of memory that several processes share counts once, divided among
 * them (https://docs.kernel.org/filesystems/proc.html, smaps_rollup).
 */
export function readMemory(pid: number): Memory {
  const byName: Record<string, number> = {}
  const family = [pid, ...descendants(pid)]
  let all = 0
  for (const member of family) {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(read(member, 'smaps_rollup')) ?? []
    const megabytes = Number(kilobytes ?? 0) / 1024
    const name = read(member, 'comm').trim()
    byName[name] = Math.round((byName[name] ?? 0) + megabytes)
    all += megabytes
  }
  return { processes: family.length, pssMegabytes: Math.round(all), byName }
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const [, parent] = /^PPid:\s+(\d+)/m.exec(read(Number(entry), 'status')) ?? []
    const siblings = parents.get(Number(parent)) ?? []
    parents.set(Number(parent), [...siblings, Number(entry)])
  }
  const found = parents.get(pid) ?? []
  // The list grows while it is gone through: children of children come after them.
  for (const child of found) found.push(...(parents.get(child) ?? []))
  return found
}

/** Empty for a process that has ended meanwhile. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
