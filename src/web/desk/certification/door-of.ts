import type { Session } from '#src/modules/identity/index.ts'
import type { Door } from '../../ui/desk-page.tsx'

/** Pages that the desk and the chairman both read lie behind each one's own door. */
export function doorOf(session: Session): Door {
  return session.officer.rights.includes('certification.work') ? 'certification' : 'chief'
}
