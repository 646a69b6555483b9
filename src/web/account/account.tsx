import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireOfficer } from '../session.ts'
import { answerNewPassword, showNewPassword } from './new-password.tsx'
import { answerEndSession, showProfile } from './profile.tsx'
import { answerSignInForm, showSignIn } from './sign-in.tsx'
import { answerSignOut } from './sign-out.ts'
import { answerTotp, showTotp } from './totp.tsx'

/** Signing in and out, and what an officer keeps of their own account. Addresses: `paths.ts`. */
export const account = new Hono<Env>()

account.get('/dang-nhap', showSignIn)
account.post('/dang-nhap', answerSignInForm)
account.post('/dang-xuat', answerSignOut)

account.use('/tai-khoan/*', requireOfficer)
account.get('/tai-khoan', showProfile)
account.post('/tai-khoan/phien/:id/ket-thuc', answerEndSession)
account.get('/tai-khoan/mat-khau', showNewPassword)
account.post('/tai-khoan/mat-khau', answerNewPassword)
account.get('/tai-khoan/xac-thuc-hai-buoc', showTotp)
account.post('/tai-khoan/xac-thuc-hai-buoc', answerTotp)
