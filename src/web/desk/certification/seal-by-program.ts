import { settleCopies } from '#src/modules/certification/index.ts'
import { paths } from '../../paths.ts'
import { byProgram } from './by-program.tsx'
import { answerQueue } from './show-queue.tsx'
import { withSigning } from './with-signing.ts'

/** The seal of the office, put by the program on the PC of whoever keeps it. */
export const sealByProgram = byProgram({
  step: 'seal',
  door: 'certification',
  list: paths.copies(),
  done: 'dau',
  at: (id) => paths.copyDo(id, 'tep-dau'),
  answerList: answerQueue,
  afterwards: (c) => settleCopies(withSigning(c)),
})
