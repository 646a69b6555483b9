import { byProgram } from '../../desk/certification/by-program.tsx'
import { paths } from '../../paths.ts'
import { answerCopies } from './show-copies.tsx'

/** The chairman's own signature, made by the program on the chairman's PC. */
export const signByProgram = byProgram({
  step: 'official',
  door: 'chief',
  list: paths.chiefCopies(),
  done: 'ky',
  at: (id) => paths.chiefCopyDo(id, 'tep'),
  answerList: answerCopies,
})
