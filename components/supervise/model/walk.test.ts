import { expect, test } from 'vitest'
import { type Rows, settle, walk } from './walk'

const rows: Rows = { queues: ['q1', 'q2'], callers: [], calls: ['c1', 'c2'], agents: ['a1', 'a2', 'a3'] }

test.each([
  ['ArrowDown', 'queues', 'q1', 'queues', 'q2'],
  ['ArrowDown', 'queues', 'q2', 'calls', 'c1'],
  ['ArrowUp', 'agents', 'a1', 'calls', 'c2'],
  ['ArrowUp', 'agents', 'a2', 'agents', 'a1'],
  ['ArrowRight', 'queues', 'q2', 'calls', 'c1'],
  ['ArrowLeft', 'agents', 'a3', 'calls', 'c1'],
  ['Home', 'agents', 'a3', 'agents', 'a1'],
  ['End', 'agents', 'a1', 'agents', 'a3'],
  ['PageDown', 'agents', 'a1', 'agents', 'a3'],
  ['PageUp', 'agents', 'a3', 'agents', 'a1'],
] as const)('%s leads from %s %s to %s %s', (key, panel, from, toPanel, to) => {
  expect(walk(rows, { panel, key: from }, key)).toEqual({ panel: toPanel, key: to })
})

test('at the ends there is nowhere to go', () => {
  expect(walk(rows, { panel: 'queues', key: 'q1' }, 'ArrowUp')).toBeNull()
  expect(walk(rows, { panel: 'agents', key: 'a3' }, 'ArrowDown')).toBeNull()
})

test('an arrow from nowhere leads to the first row there is', () => {
  expect(walk({ ...rows, queues: [] }, null, 'ArrowDown')).toEqual({ panel: 'calls', key: 'c1' })
})

test('other keys lead nowhere', () => {
  expect(walk(rows, { panel: 'queues', key: 'q1' }, 'l')).toBeNull()
})

test('when the row goes, the one that takes its place is next', () => {
  const after: Rows = { ...rows, agents: ['a1', 'a3'] }
  expect(settle(after, { panel: 'agents', key: 'a2' }, rows)).toEqual({ panel: 'agents', key: 'a3' })
  expect(settle({ ...rows, calls: [] }, { panel: 'calls', key: 'c1' }, rows)).toEqual({ panel: 'queues', key: 'q1' })
  expect(settle(rows, { panel: 'agents', key: 'a2' }, rows)).toEqual({ panel: 'agents', key: 'a2' })
})
