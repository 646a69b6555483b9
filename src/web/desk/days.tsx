import { Hono } from 'hono'
import type { Env } from '../env.ts'

export const days = new Hono<Env>()
