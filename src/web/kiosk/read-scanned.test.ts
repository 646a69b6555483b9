import { expect, test } from 'vitest'
import { readScanned } from './read-scanned.ts'

test.each([
  ['123456', { code: '123456' }],
  [' 123 456 ', { code: '123456' }],
  ['123.456', { code: '123456' }],
  ['https://mot-cua.example/vu-ban/hen/aB3_x-9Qk2', { token: 'aB3_x-9Qk2' }],
  ['https://mot-cua.example/en/vu-ban/hen/aB3_x-9Qk2?xong=moi', { token: 'aB3_x-9Qk2' }],
  ['aB3_x-9Qk2aB3_x-9Qk2', { token: 'aB3_x-9Qk2aB3_x-9Qk2' }],
])('%s is read', (typed, read) => {
  expect(readScanned(typed)).toEqual(read)
})

test.each([
  '',
  '12345',
  '1234567',
  'hen/',
  '012',
  'https://example.com/',
  'hen/a b',
  '0'.repeat(20),
])('"%s" is no code', (typed) => {
  expect(readScanned(typed)).toBeNull()
})
