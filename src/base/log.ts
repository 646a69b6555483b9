import pino from 'pino'

/** One line of JSON an event. Never a name, a phone, an ID number or a form's content. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['req.headers.cookie', 'req.headers.authorization'],
})
