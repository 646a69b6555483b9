const names: Record<string, string> = {
  ...{ A: 'a', B: 'bê', C: 'xê', D: 'dê', Đ: 'đê', E: 'e', F: 'ép', G: 'giê', H: 'hát', I: 'i' },
  ...{ J: 'gi', K: 'ca', L: 'e-lờ', M: 'e-mờ', N: 'e-nờ', O: 'o', P: 'pê', Q: 'quy', R: 'e-rờ' },
  ...{ S: 'ét-sì', T: 'tê', U: 'u', V: 'vê', W: 'vê-kép', X: 'ích-xì', Y: 'i-dài', Z: 'dét' },
}

/** Letters by their names: `QR` is “quy e-rờ”. A letter without a name of its own is said as it is. */
export function sayLetters(text: string): string {
  return [...text.toUpperCase()].map((it) => names[it] ?? it.toLowerCase()).join(' ')
}
