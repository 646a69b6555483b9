import { demoSignIns } from '../../demo/people.ts'

/** The demo's officers, one a line: login name, password, role. */
export function listSignIns(): string[] {
  const width = Math.max(...demoSignIns.map((it) => it.login.length)) + 2
  return demoSignIns.map((it) => `    ${it.login.padEnd(width)}${it.password}   ${it.title}`)
}
