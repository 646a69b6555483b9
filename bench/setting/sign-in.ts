import { demoSignIns } from '../../demo/people.ts'

/** @returns the cookie of an officer at the desk */
export async function signIn(url: string): Promise<string> {
  const [officer] = demoSignIns
  const answer = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ login: officer!.login, password: officer!.password }),
  })
  const cookies = answer.headers.getSetCookie().map((it) => it.split(';')[0])
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`sign-in: ${answer.status}`)
  return cookies.join('; ')
}
