/** What a stranger's file says must not reorder the page around it: no controls, nothing from right to left. */
export function plainText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '·').slice(0, 300)
}
