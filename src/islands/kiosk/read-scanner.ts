const stillMs = 2_000

/**
 * A scanner is a keyboard that types what it read and presses Enter, wherever the machine stands.
 * Keys typed outside of a field are gathered; what Enter ends goes to `read`.
 */
export function readScanner(read: (text: string) => void): (event: KeyboardEvent) => void {
  let typed = ''
  let last = 0
  return (event) => {
    if ((event.target as Element).closest('input')) return
    if (Date.now() - last > stillMs) typed = ''
    last = Date.now()
    if (event.key.length === 1) typed += event.key
    if (event.key !== 'Enter' || typed === '') return
    // Else Enter would press whatever was touched last.
    event.preventDefault()
    const text = typed
    typed = ''
    read(text)
  }
}
