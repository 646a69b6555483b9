/** Everything that the page of the line can do, with the last word of its address. */
export const deedWords = {
  sit: 'ngoi',
  stand: 'roi',
  next: 'moi-tiep',
  again: 'goi-lai',
  call: 'goi',
  start: 'bat-dau',
  finish: 'xong',
  absent: 'vang',
  hold: 'giu-lai',
  resume: 'lam-tiep',
  pass: 'chuyen',
  away: 'cho-ve',
  rejoin: 'vao-lai',
  priority: 'uu-tien',
  undo: 'hoan-tac',
  ticket: 'phat-so',
  check_in: 'bao-den',
} as const

export type Deed = keyof typeof deedWords

export function deedOf(word: string): Deed | null {
  const found = Object.entries(deedWords).find(([, it]) => it === word)
  return found ? (found[0] as Deed) : null
}
