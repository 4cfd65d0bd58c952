import { expect, test } from 'vitest'
import { DEFAULT_BOARD, parseBoardSettings } from './board-settings'

const BOARD = {
  title: 'Customer care',
  place: null,
  timeZone: 'Europe/Warsaw',
  locale: 'ru',
  theme: 'light',
  order: ['support'],
  widgets: ['trunks'] as const,
  buildId: 'a1',
}

test('what the server says is taken as it is', () => {
  expect(parseBoardSettings(BOARD)).toEqual(BOARD)
})

test('a field that is not what it should be falls back alone', () => {
  const broken = { ...BOARD, timeZone: 'Middle/Earth', theme: 'pink', order: [1], widgets: 'all', title: 7 }
  expect(parseBoardSettings(broken)).toEqual({
    ...BOARD,
    timeZone: 'UTC',
    theme: 'dark',
    order: [],
    widgets: [],
    title: null,
  })
})

test.each([null, 'nonsense', 7, []])('%j as a whole is the fallback', (value) => {
  expect(parseBoardSettings(value)).toEqual(DEFAULT_BOARD)
})

test('the same widgets are the same list, so that a wall does not connect anew', () => {
  const before = parseBoardSettings(BOARD)
  expect(parseBoardSettings({ ...BOARD, widgets: ['trunks'] }, before).widgets).toBe(before.widgets)
  expect(parseBoardSettings({ ...BOARD, widgets: ['trunks', 'parking', 'weather'] }, before).widgets).toEqual([
    'trunks',
    'parking',
  ])
})
