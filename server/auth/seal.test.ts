import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSeal, readKey } from './seal'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'callboard-key-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('the key is made once, for us alone, and read again', () => {
  const path = join(folder(), 'new', 'callboard.key')
  const key = readKey(path)
  expect(key).toHaveLength(32)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readKey(path)).toEqual(key)
  expect(readFileSync(path, 'utf8')).toBe(`${key.toString('hex')}\n`)
})

test.each(['', 'short', 'x'.repeat(64)])('a file of something else is no key, and stays: %j', (text) => {
  const path = join(folder(), 'callboard.key')
  writeFileSync(path, text)
  expect(() => readKey(path)).toThrow('expected a key of 64 hexadecimal digits')
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('what is sealed opens with the same key for the same purpose, unchanged, and is another each time', () => {
  const seal = createSeal(Buffer.alloc(32, 1))
  const sealed = seal.close('секрет', 'totp:anna')
  expect(seal.open(sealed, 'totp:anna')).toBe('секрет')
  expect(seal.open(sealed, 'totp:ben')).toBeNull()
  expect(createSeal(Buffer.alloc(32, 2)).open(sealed, 'totp:anna')).toBeNull()
  for (let at = 0; at < sealed.length; at += 5) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(seal.open(changed, 'totp:anna')).toBeNull()
  }
  expect(seal.open('', 'totp:anna')).toBeNull()
  expect(seal.close('секрет', 'totp:anna')).not.toBe(sealed)
})
