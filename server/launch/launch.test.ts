import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.mjs'
import { holdsAll } from './install.mjs'
import { isNodeEnough } from './node-version.mjs'
import { withFiles } from './run-command.mjs'
import { runStep, StepError } from './step.mjs'

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('%s is new enough', (version) => {
    expect(isNodeEnough(version)).toBe(true)
  })

  it.each(['18.20.8', '20.18.3', '9.0.0'])('%s is too old', (version) => {
    expect(isNodeEnough(version)).toBe(false)
  })
})

describe('files that a command is given', () => {
  it('are those of the folder where it was typed, for npm runs it elsewhere', () => {
    const before = process.env.INIT_CWD
    process.env.INIT_CWD = '/var/log/asterisk'
    try {
      expect(withFiles(['queue_log', '/tmp/other', '--help'])).toEqual([
        ...['/var/log/asterisk/queue_log', '/tmp/other', '--help'],
      ])
    } finally {
      if (before === undefined) delete process.env.INIT_CWD
      else process.env.INIT_CWD = before
    }
  })
})

describe('a fingerprint of sources', () => {
  function sources(files: Record<string, string>): string {
    const folder = `${mkdtempSync(join(tmpdir(), 'callboard-'))}/`
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return folder
  }
  const print = (files: Record<string, string>) => fingerprint(['lib', 'next.config.js'], sources(files))
  const before = print({ 'lib/a.ts': 'one', 'lib/deep/b.ts': 'two' })

  it('is the same for the same files', () => {
    expect(print({ 'lib/deep/b.ts': 'two', 'lib/a.ts': 'one' })).toBe(before)
  })

  it('changes with content, with names and with what is added', () => {
    expect(print({ 'lib/a.ts': 'one', 'lib/deep/b.ts': 'three' })).not.toBe(before)
    expect(print({ 'lib/a.ts': 'one', 'lib/deep/c.ts': 'two' })).not.toBe(before)
    expect(print({ 'lib/a.ts': 'one', 'lib/deep/b.ts': 'two', 'next.config.js': '' })).not.toBe(before)
  })

  it('does not mind tests and what lies elsewhere', () => {
    const more = { 'lib/a.test.ts': 'test', 'lib/deep/b.test.tsx': 'test', 'docs/c.md': 'text' }
    expect(print({ 'lib/a.ts': 'one', 'lib/deep/b.ts': 'two', ...more })).toBe(before)
  })
})

describe('the packages of a lock file', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/next': { version: '16.4.5' },
      'node_modules/swc-for-elsewhere': { version: '16.4.5', optional: true },
    },
  }

  it('are there when each has its version; those for other platforms may be missing', () => {
    expect(holdsAll(lock, { packages: { 'node_modules/next': { version: '16.4.5' } } })).toBe(true)
  })

  it('are not there when one is missing or has another version', () => {
    expect(holdsAll(lock, { packages: {} })).toBe(false)
    expect(holdsAll(lock, { packages: { 'node_modules/next': { version: '16.4.4' } } })).toBe(false)
  })
})

describe('a step', () => {
  it('that fails tells what the command said', async () => {
    const failing = runStep('Trying', process.execPath, ['-e', 'console.error("no room left"); process.exit(3)'])
    await expect(failing).rejects.toThrow(StepError)
    await expect(failing).rejects.toThrow(/Trying failed .*: 3\)\.\nno room left/s)
  })

  it('whose command is not there fails too', async () => {
    await expect(runStep('Trying', '/nowhere/npm', [])).rejects.toThrow(/Trying failed .*ENOENT/)
  })
})
