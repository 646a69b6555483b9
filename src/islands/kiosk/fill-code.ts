/** The scanner types a code as a whole, and sends it. */
export function scanCode(screen: Element, text: string): void {
  const input = findInput(screen)
  if (!input) return
  input.value = text
  input.form?.requestSubmit()
}

/** The pad types digit by digit; no digit takes one away. */
export function typeCode(screen: Element, digit: string): void {
  const input = findInput(screen)
  if (!input) return
  input.value = digit === '' ? input.value.slice(0, -1) : (input.value + digit).slice(0, 6)
}

function findInput(screen: Element): HTMLInputElement | null {
  return screen.querySelector('form[data-scan] [name=ma]')
}
