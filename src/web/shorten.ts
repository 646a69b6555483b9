type Said = { vi: string; en: string }

/** Some names in the national list run to a thousand letters; headings and links show their beginning. */
export function shorten(said: Said, most = 140): Said {
  return { vi: cut(said.vi, most), en: cut(said.en, most) }
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  return `${text.slice(0, space > 0 ? space : most).replace(/[\s,;.:–-]+$/, '')}…`
}
