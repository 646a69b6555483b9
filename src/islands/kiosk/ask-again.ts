const answerMs = 6_000
const retryMs = 1_500

/** A page's text, asked for up to so many times; null when nobody answers or the server is broken. */
export async function askAgain(
  url: string,
  init: RequestInit,
  tries: number,
): Promise<string | null> {
  for (let i = 0; i < tries; i++) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, retryMs))
    try {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(answerMs) })
      if (answer.status < 500) return await answer.text()
    } catch {
      // Nobody there: asked again, or said.
    }
  }
  return null
}
