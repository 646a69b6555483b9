/**
 * Keeps the frame of the line's page in the browser, so that it can be loaded again while the network
 * is gone. What people said is not kept here: the frame is empty, the page fills it by itself.
 */
type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void }

/** Written before this file when it is sent: the built files that the frame needs. */
declare const kept: string[]

const frame = '/ban/hang/khung'
const page = '/ban/hang'
const patienceMs = 4_000
const name = 'taicho-line'

addEventListener('install', (event) => {
  ;(event as Waiting).waitUntil(keepFrame())
})

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const { pathname } = new URL(request.url)
  const asked = pathname.replace(/^\/en(?=\/)/, '')
  if (request.mode === 'navigate' && asked === page)
    respondWith.call(
      event,
      fetchSoon(request).catch(() => find(frame)),
    )
  else if (kept.includes(pathname))
    respondWith.call(
      event,
      find(pathname).catch(() => fetch(request)),
    )
})

async function keepFrame(): Promise<void> {
  const cache = await caches.open(name)
  for (const { url } of await cache.keys()) await cache.delete(url)
  await cache.addAll([frame, ...kept])
}

async function fetchSoon(request: Request): Promise<Response> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('late')), patienceMs)
  })
  const response = await Promise.race([fetch(request), late])
  if (response.status >= 500) throw new Error('not there')
  return response
}

async function find(path: string): Promise<Response> {
  const cache = await caches.open(name)
  const found = await cache.match(path)
  if (!found) throw new Error(`${path} was not kept`)
  return found
}
