/** What a form sends, with the button that was pressed; older browsers leave it out of FormData. */
export function readPressed(event: SubmitEvent): URLSearchParams {
  const fields = new FormData(event.target as HTMLFormElement)
  const body = new URLSearchParams([...(fields as unknown as Iterable<[string, string]>)])
  const { name, value } = (event.submitter ?? {}) as Partial<HTMLButtonElement>
  if (name) body.append(name, value ?? '')
  return body
}
