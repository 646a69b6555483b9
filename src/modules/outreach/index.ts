export { speak } from './spoken/speak.ts'
