import { expect, test } from 'vitest'
import { RunOfAsterisk } from './run-of-asterisk'

function booted(at: number, uptimeSeconds: number | null) {
  return { type: 'booted', at, uptimeSeconds } as const
}

test('the same start-up is the same run, another one another', () => {
  const run = new RunOfAsterisk()
  expect(run.changed('2026-11-23 08:00:00')).toBe(false)
  expect(run.changed('2026-11-23 08:00:00')).toBe(false)
  expect(run.changed('2026-11-23 09:30:00')).toBe(true)
  expect(run.changed('2026-11-23 09:30:00')).toBe(false)
})

test('without rights to ask for the start-up, the uptime tells, to a few seconds', () => {
  const run = new RunOfAsterisk()
  run.hear(booted(1_000_000, 500))
  expect(run.changed(null)).toBe(false)
  run.hear(booted(1_100_900, 600))
  expect(run.changed(null)).toBe(false)
  run.hear(booted(1_200_000, 10))
  expect(run.changed(null)).toBe(true)
})

test('what is not told proves nothing', () => {
  const run = new RunOfAsterisk()
  run.hear(booted(1_000_000, null))
  expect(run.changed(null)).toBe(false)
  run.booted = null
  expect(run.changed(null)).toBe(false)
  expect(run.changed('2026-11-23 08:00:00')).toBe(false)
})

test('the start-up outranks the uptime, which jumps when the clock is set', () => {
  const run = new RunOfAsterisk()
  run.hear(booted(1_000_000, 500))
  run.changed('2026-11-23 08:00:00')
  run.hear(booted(9_000_000, 600))
  expect(run.changed('2026-11-23 08:00:00')).toBe(false)
})
