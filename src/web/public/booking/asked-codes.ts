/** No visit is for more than this. */
const most = 10

/** The procedures that an address or a form names with `thu-tuc`, each once. */
export function askedCodes(said: string | string[] | undefined): string[] {
  const codes = said === undefined ? [] : Array.isArray(said) ? said : [said]
  return [...new Set(codes.filter((code) => /^[\w.-]{1,40}$/.test(code)))].slice(0, most)
}

/** The address of a page with these procedures in it. */
export function withCodes(path: string, codes: readonly string[]): string {
  return codes.length === 0
    ? path
    : `${path}?${codes.map((code) => `thu-tuc=${encodeURIComponent(code)}`).join('&')}`
}
