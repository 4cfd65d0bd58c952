import { expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { BoundedMessage, cutText, MAX_TEXT } from './bounded-message'

test('a text as long as may be stays as it is, and a longer one says that it was cut', () => {
  const longest = 'a'.repeat(MAX_TEXT)
  expect(cutText(longest)).toBe(longest)
  expect(cutText(`${longest}a`)).toBe(`${'a'.repeat(MAX_TEXT - 1)}…`)
})

test.each(['', 'a'])('no character is cut in two (%j before the first)', (before) => {
  const cut = cutText(before + '😀'.repeat(MAX_TEXT))
  expect(cut).toMatch(/^a?(😀)+…$/u)
  expect(cut.length).toBeGreaterThanOrEqual(MAX_TEXT - 1)
  expect(cut.length).toBeLessThanOrEqual(MAX_TEXT)
})

test('every way to read a message is bounded, and what is short is untouched', () => {
  const bounded = new BoundedMessage(messageOf(`Event: Some\nQueue: support\nName: ${'x'.repeat(5000)}`))
  expect([bounded.kind, bounded.name, bounded.get('Queue'), bounded.get('None')]).toEqual([
    'event',
    'Some',
    'support',
    undefined,
  ])
  expect(bounded.get('Name')).toHaveLength(MAX_TEXT)
  expect(bounded.all('Name')[0]).toHaveLength(MAX_TEXT)
  expect([...bounded.entries()].at(-1)?.[1]).toHaveLength(MAX_TEXT)
})
