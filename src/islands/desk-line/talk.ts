/** How long the server is waited for before the page goes on by itself. */
export const patienceMs = 4_000

/**
 * What came of asking the server. `cut`: it was not reached, or something in between answered.
 * `signed_out`: the session is over. `refused`: it said no, in words.
 */
export type Answer<T> =
  | { kind: 'said'; said: T }
  | { kind: 'refused'; error: string }
  | { kind: 'signed_out' }
  | { kind: 'cut' }

export function ask<T>(path: string): Promise<Answer<T>> {
  return talk<T>(path, {})
}

export function send<T>(path: string, fields: Record<string, string>): Promise<Answer<T>> {
  return talk<T>(path, { method: 'POST', body: new URLSearchParams(fields) })
}

export function sendJson<T>(path: string, body: object): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json' }
  return talk<T>(path, { method: 'POST', body: JSON.stringify(body), headers })
}

async function talk<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  try {
    const headers = { ...init.headers, accept: 'application/json' }
    const response = await fetch(path, {
      ...{ ...init, headers, signal: patience.signal },
      // A page that asks to sign in is no answer.
      redirect: 'manual',
    })
    if (response.type === 'opaqueredirect' || response.status === 401) return { kind: 'signed_out' }
    if (!response.headers.get('content-type')?.startsWith('application/json'))
      return { kind: 'cut' }
    const said = (await response.json()) as T & { error?: string }
    if (response.ok) return { kind: 'said', said }
    if (response.status >= 500) return { kind: 'cut' }
    return { kind: 'refused', error: said.error ?? '' }
  } catch {
    return { kind: 'cut' }
  } finally {
    clearTimeout(timer)
  }
}
