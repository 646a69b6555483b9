export { countSmsParts, withoutMarks } from '#src/outside/sms/count-sms-parts.ts'
