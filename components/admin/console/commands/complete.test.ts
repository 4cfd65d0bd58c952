import { describe, expect, it } from 'vitest'
import { completeLine, LineWalk } from './complete'

it.each([
  ['core sh', ['show'], 'core show '],
  ['core show ', ['channels', 'channeltypes'], 'core show channel'],
  ['core show channel', ['channel', 'channels'], 'core show channel'],
  ['core xyz', [], 'core xyz'],
  ['', ['core', 'queue'], ''],
  ['queue show S', ['support', 'sales'], 'queue show S'],
])('%j with %j becomes %j', (line, words, completed) => {
  expect(completeLine(line, words)).toBe(completed)
})

describe('walking through the history', () => {
  const lines = ['one', 'two', 'three']

  it('goes from the newest to the oldest, and back to what was being typed', () => {
    const walk = new LineWalk()
    expect(['typed', 'x', 'x', 'x'].map((current) => walk.walk(lines, -1, current))).toEqual([
      'three',
      'two',
      'one',
      null,
    ])
    expect([1, 2, 3, 4].map(() => walk.walk(lines, 1, ''))).toEqual(['two', 'three', 'typed', null])
  })

  it('begins anew after something was run', () => {
    const walk = new LineWalk()
    walk.walk(lines, -1, '')
    walk.walk(lines, -1, '')
    walk.reset()
    expect(walk.walk(lines, -1, '')).toBe('three')
  })
})
