import type { Ctx } from '#src/base/ctx.ts'
import type { Content } from '#src/outside/messages/driver.ts'

/** A text to one person may name them: sealed. */
export function sealContent(ctx: Pick<Ctx, 'sealer'>, content: Content): Buffer {
  return ctx.sealer.seal(JSON.stringify(content))
}

export function openContent(ctx: Pick<Ctx, 'sealer'>, sealed: Uint8Array): Content {
  return readContent(JSON.parse(ctx.sealer.open(sealed)))
}

/** As it was written by `enqueue` or `enqueueBroadcast`; JSON has no dates. */
export function readContent(written: unknown): Content {
  const { publishAt, ...content } = written as Omit<Content, 'publishAt'> & { publishAt?: string }
  return publishAt === undefined ? content : { ...content, publishAt: new Date(publishAt) }
}
