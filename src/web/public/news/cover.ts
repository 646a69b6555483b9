import type { Context } from 'hono'
import type { Env } from '../../env.ts'

/** The mark on paper colour: channels that want a picture get this one where a bulletin has none. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#fbf8f1"/>
<g transform="translate(375 90) scale(14)" stroke-linecap="round" stroke-linejoin="round">
<circle cx="16" cy="14" r="5" fill="#e9b33f"/>
<path d="M3 14 16 4l13 10" fill="none" stroke="#b4492f" stroke-width="3"/>
<path d="M6 22h20M9 22v7M23 22v7" fill="none" stroke="#1f6b4a" stroke-width="3"/>
</g>
</svg>`

let made: Promise<Buffer> | undefined

/** Drawn once, when it is first asked for. */
export async function answerCover(c: Context<Env>) {
  made ??= draw()
  return c.body(new Uint8Array(await made), 200, {
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=86400',
  })
}

async function draw(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer()
}
