import { cpus, totalmem } from 'node:os'

/** What the figures were measured on; they mean little without it. */
export function machine(): object {
  const [cpu] = cpus()
  return {
    cores: cpus().length,
    cpu: cpu?.model.trim(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  }
}
