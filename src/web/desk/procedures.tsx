import { Hono } from 'hono'
import type { Env } from '../env.ts'

export const procedures = new Hono<Env>()
