import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { answerSignInForm, showSignIn } from './sign-in.tsx'
import { answerSignOut } from './sign-out.ts'

/** Signing in and out, and what an officer keeps of their own account. Addresses: `paths.ts`. */
export const account = new Hono<Env>()

account.get('/dang-nhap', showSignIn)
account.post('/dang-nhap', answerSignInForm)
account.post('/dang-xuat', answerSignOut)
