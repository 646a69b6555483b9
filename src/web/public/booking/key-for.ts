/**
 * The key of a command for one time of one day. Pressed twice it is one command; another time chosen
 * on the way back in the same form is another.
 */
export function keyFor(formKey: string, serviceDayId: string, clock: string): string {
  return `${formKey.slice(0, 48)}-${serviceDayId.slice(-8)}-${clock.replace(':', '')}`
}
