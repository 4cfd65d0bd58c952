import { expect, test } from 'vitest'
import type { Changes } from '@/lib/diff/types'
import type { LinkHealth } from '@/lib/domain/link'
import { aLink, PBX } from '@/lib/domain/testing/records'
import { FixedClock } from '@/server/testing/fixed-clock'
import { createLiveStore } from './live-store'
import { emptySourceTables } from './source-tables'

function device(state: 'notInUse' | 'inUse') {
  return { id: 'x', pbx: PBX, device: 'PJSIP/101', state } as never
}

function setUp() {
  const clock = new FixedClock()
  const store = createLiveStore({ clock, flushMs: 100 })
  const tables = emptySourceTables()
  const source = store.attach({ tables, link: () => aLink() })
  const flushes: Changes[] = []
  store.onFlush((changes) => flushes.push(changes))
  return { clock, store, tables, source, flushes }
}

test('changes of one interval come as one flush, squashed, and are not visible before it', () => {
  const { clock, store, tables, source, flushes } = setUp()
  tables.devices.set('a', device('notInUse'))
  source.touched()
  clock.advance(60)
  tables.devices.set('a', device('inUse'))
  source.touched()
  expect(store.tables.devices.size).toBe(0)
  clock.advance(40)
  expect(flushes).toHaveLength(1)
  expect([...(flushes[0]?.devices ?? [])]).toEqual([['a', { before: undefined, after: device('inUse') }]])
  expect(store.tables.devices.get('a')).toEqual(device('inUse'))
})

test('a touch without effect sends nothing', () => {
  const { clock, tables, source, flushes } = setUp()
  tables.devices.set('a', device('inUse'))
  source.touched()
  clock.advance(100)
  tables.devices.set('a', device('notInUse'))
  tables.devices.set('a', device('inUse'))
  source.touched()
  clock.advance(1000)
  expect(flushes).toHaveLength(1)
})

test('replaced tables are told as what differs, so that equal records do not flicker', () => {
  const { clock, store, tables, source, flushes } = setUp()
  tables.devices.set('same', device('inUse'))
  tables.devices.set('changed', device('inUse'))
  tables.devices.set('gone', device('inUse'))
  source.touched()
  clock.advance(100)
  tables.devices.set('came and went', device('inUse'))
  const fresh = emptySourceTables()
  fresh.devices.set('same', device('inUse'))
  fresh.devices.set('changed', device('notInUse'))
  fresh.devices.set('new', device('inUse'))
  source.replace(fresh)
  clock.advance(100)
  const changes = flushes[1]?.devices
  expect(new Set(changes?.keys())).toEqual(new Set(['gone', 'changed', 'new']))
  expect(changes?.get('gone')).toEqual({ before: device('inUse'), after: undefined })
  expect(new Set([...store.tables.devices.entries()].map(([id]) => id))).toEqual(new Set(['same', 'changed', 'new']))
})

test('changes in tables since replaced twice within one interval are still told', () => {
  const { clock, store, tables, source } = setUp()
  tables.devices.set('old', device('inUse'))
  source.touched()
  clock.advance(100)
  source.replace(emptySourceTables())
  source.replace(emptySourceTables())
  clock.advance(100)
  expect(store.tables.devices.size).toBe(0)
})

test('a PBX taken out takes its records and its link along', () => {
  const { store, tables, source, flushes } = setUp()
  tables.devices.set('a', device('inUse'))
  store.flush()
  expect(store.links.get(PBX)?.state).toBe('live')
  source.detach()
  expect(flushes[1]?.devices.get('a')?.after).toBeUndefined()
  expect(store.tables.devices.size).toBe(0)
  expect(store.links.size).toBe(0)
})

test('a link that changes is told at once', () => {
  const { store, source } = setUp()
  const told: LinkHealth[] = []
  const undo = store.onLink((health) => told.push(health))
  source.linkChanged()
  undo()
  source.linkChanged()
  expect(told.map(({ pbx }) => pbx)).toEqual(['main'])
})

test('every store has an epoch of its own', () => {
  const clock = new FixedClock()
  expect(createLiveStore({ clock }).epoch).not.toBe(createLiveStore({ clock }).epoch)
})
