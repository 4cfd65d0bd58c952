import { expect, test } from 'vitest'
import { Table } from './table'

type Row = { name: string; count: number }

test('a flush tells each touched record once, as it stood before and as it stands now', () => {
  const table = new Table<Row>()
  table.set('a', { name: 'one', count: 1 })
  table.takeChanges()
  table.patch('a', { count: 2 })
  table.patch('a', { count: 3 })
  expect([...table.takeChanges()]).toEqual([
    ['a', { before: { name: 'one', count: 1 }, after: { name: 'one', count: 3 } }],
  ])
  expect(table.takeChanges().size).toBe(0)
})

test('setting equal fields has no effect and keeps the very same record', () => {
  const table = new Table<Row>()
  table.set('a', { name: 'one', count: 1 })
  const kept = table.get('a')
  table.takeChanges()
  table.set('a', { name: 'one', count: 1 })
  expect(table.get('a')).toBe(kept)
  expect(table.takeChanges().size).toBe(0)
})

test('a record that goes and comes back unchanged between two flushes is not a change', () => {
  const table = new Table<Row>()
  table.set('a', { name: 'one', count: 1 })
  table.takeChanges()
  table.delete('a')
  table.set('a', { name: 'one', count: 1 })
  expect(table.takeChanges().size).toBe(0)
})

test('a record that comes and goes between two flushes is not a change', () => {
  const table = new Table<Row>()
  table.set('a', { name: 'one', count: 1 })
  table.delete('a')
  expect(table.takeChanges().size).toBe(0)
})

test('patching or deleting an unknown id has no effect', () => {
  const table = new Table<Row>()
  table.patch('a', { count: 2 })
  table.delete('a')
  expect(table.size).toBe(0)
  expect(table.takeChanges().size).toBe(0)
})

test('a field that appears or disappears is a change', () => {
  const table = new Table<{ name?: string }>()
  table.set('a', { name: 'one' })
  table.takeChanges()
  table.set('a', {})
  expect(table.takeChanges().get('a')).toEqual({ before: { name: 'one' }, after: {} })
})
