// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { ConsoleMemory } from './console-memory'

beforeEach(() => localStorage.clear())

const entry = (action: string, headers: [string, string][] = []) => ({ action, headers, at: 1, outcome: 'success' })
const kept = (owner = 'root') => new ConsoleMemory(owner).get()

it('keeps favourites, the newest first, and lets go of them', () => {
  const memory = new ConsoleMemory('root')
  memory.toggleFavourite('Ping')
  memory.toggleFavourite('QueueStatus')
  expect(kept().favourites).toEqual(['QueueStatus', 'Ping'])
  memory.toggleFavourite('Ping')
  expect(kept().favourites).toEqual(['QueueStatus'])
})

it('keeps what was run, without secrets, by name or as told', () => {
  const headers: [string, string][] = [
    ['Queue', 'support'],
    ['Secret', 'hush'],
    ['Word', 'hush'],
    ['Key', 'hush'],
  ]
  new ConsoleMemory('root').ran(entry('Login', headers), ['Word'])
  expect(kept().history).toEqual([entry('Login', [['Queue', 'support']])])
  expect(JSON.stringify({ ...localStorage })).not.toContain('hush')
})

it('is bounded', () => {
  const memory = new ConsoleMemory('root')
  for (let count = 0; count < 300; count++) {
    memory.toggleFavourite(`Action${count}`)
    memory.ran(entry(`Action${count}`), [])
    memory.typed(`core show ${count}`)
  }
  memory.ran(entry('Huge', [['Text', 'x'.repeat(5_000)]]), [])
  expect(kept()).toMatchObject({ favourites: { length: 50 }, history: { length: 100 }, lines: { length: 200 } })
  expect(kept().history[0]?.action).toBe('Action299')
})

it('has each command line once, the last typed last', () => {
  const memory = new ConsoleMemory('root')
  for (const line of ['one', 'two', 'one']) memory.typed(line)
  expect(kept().lines).toEqual(['two', 'one'])
})

it('belongs to one person, and takes nothing else for its own', () => {
  new ConsoleMemory('root').typed('one')
  expect(kept('anna').lines).toEqual([])
  for (const text of ['{', '{"lines":5}', 'null', '[]']) {
    localStorage.setItem('callboard-console-eve', text)
    expect(kept('eve').history).toEqual([])
  }
})
