import type { Lang } from '#src/words/index.ts'

/** One open page. */
export type LiveStream = {
  lang: Lang
  /** Which of the subject's views it shows. */
  view: string
  body: ReadableStream<Uint8Array>
  /** What it was told last, so that nothing is told twice. */
  shown: string | null
  send: (event: Uint8Array) => void
  /** Like `send`, for what may be left out while something else waits. */
  mention: (event: Uint8Array) => void
  end: () => void
}

const bytes = new TextEncoder()

/**
 * A slow line gets the newest event when it is ready for it, not all that it missed: whatever
 * happens, no more than one waits for a page. Every `state` is whole, so nothing is lost.
 */
export function openStream(
  lang: Lang,
  view: string,
  onEnd: (stream: LiveStream) => void,
): LiveStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let waiting: Uint8Array | null = null
  const over = () => {
    if (!controller) return
    controller = null
    waiting = null
    onEnd(stream)
  }
  const body = new ReadableStream<Uint8Array>({
    start: (it) => {
      controller = it
    },
    pull: () => {
      if (waiting !== null) controller?.enqueue(waiting)
      waiting = null
    },
    cancel: over,
  })
  const stream: LiveStream = {
    lang,
    view,
    body,
    shown: null,
    send: (event) => {
      if ((controller?.desiredSize ?? 0) > 0) controller?.enqueue(event)
      else if (controller) waiting = event
    },
    mention: (event) => {
      if (waiting === null) stream.send(event)
    },
    end: () => {
      controller?.close()
      over()
    },
  }
  return stream
}

/** An event as it goes over the line (HTML standard, 9.2 Server-sent events). */
export function writeEvent(name: string, told: object): Uint8Array {
  return bytes.encode(`event: ${name}\ndata: ${JSON.stringify(told)}\n\n`)
}

/** What every stream begins with: how long to wait before connecting again, in milliseconds. */
export const greeting = bytes.encode('retry: 3000\n\n')
