import type { Rule } from './rule.ts'

/** `P.Thắng Lợi`, `Q.1`, `X.Vụ Bản`: written in one word, which no voice can read. */
const townWords: Record<string, string> = {
  ...{ P: 'phường', Q: 'quận', X: 'xã', H: 'huyện', TT: 'thị trấn', TX: 'thị xã', TP: 'thành phố' },
}
export const towns: Rule[] = [
  {
    pattern: /(?<![\p{L}\p{N}.])(P|Q|X|H|TT|TX|TP)\.(?=\p{Lu}\p{Ll}|\d{1,2}(?!\d|[.,/]\d))/gu,
    say: ({ groups: [, town] }) => `${townWords[town!]} `,
  },
  {
    pattern: /(?<![\p{L}\p{N}./-])(TT|TX)(?=\s\p{Lu}\p{Ll})/gu,
    say: ({ groups: [, town] }) => townWords[town!]!,
  },
]
