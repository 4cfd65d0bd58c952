import { expect, test } from 'vitest'
import { DEFAULT_VIEW, type DeskView, formatView, parseView, saysAnything, sortBy } from './desk-view'

const view: DeskView = {
  group: 'Customer care',
  queues: ['support', 'night line'],
  state: 'paused',
  find: 'анна',
  window: 'last30',
  sorts: { ...DEFAULT_VIEW.sorts, agents: { column: 'time', down: true }, queues: { column: 'name', down: false } },
  by: 'queue',
  density: 'compact',
}

test('a view comes back from its own address', () => {
  expect(parseView(new URLSearchParams(formatView(view).toString()))).toEqual(view)
})

test('the usual view needs no address', () => {
  expect(formatView(DEFAULT_VIEW).toString()).toBe('')
  expect(parseView(new URLSearchParams())).toEqual(DEFAULT_VIEW)
})

test('what an address says wrongly is as by default, and loses nothing else', () => {
  const address = new URLSearchParams('state=asleep&by=shoe&rows=huge&sort-agents=shoe&queues=,,&find=anna')
  expect(parseView(address)).toEqual({ ...DEFAULT_VIEW, find: 'anna' })
})

test('an address of others says nothing of the view', () => {
  expect(saysAnything(new URLSearchParams('lang=ru&theme=light'))).toBe(false)
  expect(saysAnything(new URLSearchParams('rows=compact'))).toBe(true)
})

test('a column sorts in its own direction first, then turns round', () => {
  const byTime = sortBy(DEFAULT_VIEW, 'agents', 'time')
  expect(byTime.sorts.agents).toEqual({ column: 'time', down: true })
  expect(sortBy(byTime, 'agents', 'time').sorts.agents).toEqual({ column: 'time', down: false })
  expect(sortBy(byTime, 'agents', 'name').sorts.agents).toEqual({ column: 'name', down: false })
})
