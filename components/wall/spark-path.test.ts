import { describe, expect, test } from 'vitest'
import { aTrend } from '@/lib/domain/testing/records'
import { gapsOf, sparkShape } from './spark-path'

const MINUTE = 60_000
const NOW = 100 * MINUTE

const hour = (value: (minute: number) => number | null) => Array.from({ length: 60 }, (_, minute) => value(minute))

describe('the chart of the last hour', () => {
  test('has one step per minute, higher the more wait', () => {
    const { line, minutes } = sparkShape(
      aTrend(
        'support',
        NOW,
        hour((minute) => (minute < 30 ? 0 : 10)),
      ),
    )
    expect(minutes).toBe(60)
    expect(line.startsWith('M0 39H4V39H8')).toBe(true)
    expect(line.endsWith('V4.8H236V4.8H240')).toBe(true)
  })

  test('begins where we began to look, and says how many minutes it covers', () => {
    const trend = aTrend(
      'support',
      NOW,
      hour((minute) => (minute < 40 ? null : 3)),
    )
    expect(sparkShape(trend)).toMatchObject({ minutes: 20, gaps: '' })
  })

  test('shows a first minute as a step at the right, not as the whole chart', () => {
    const { line, minutes } = sparkShape(aTrend('support', NOW, [2]))
    expect(minutes).toBe(10)
    expect(line.startsWith('M216 ')).toBe(true)
  })

  test('breaks the line at a gap and marks it', () => {
    const trend = aTrend(
      'support',
      NOW,
      hour((minute) => (minute >= 48 && minute < 51 ? null : 2)),
    )
    const { line, gaps } = sparkShape(trend)
    expect(gaps).toBe('M192 0H204V40H192Z')
    expect(line.match(/M/g)).toHaveLength(2)
    expect(gapsOf(trend)).toEqual([{ from: NOW - 11 * MINUTE, to: NOW - 8 * MINUTE }])
  })

  test('moves on while the picture is not live: what is missing is a gap at the end', () => {
    const { gaps, minutes } = sparkShape(
      aTrend(
        'support',
        NOW,
        hour(() => 2),
      ),
      4,
    )
    expect(minutes).toBe(60)
    expect(gaps).toBe('M224 0H240V40H224Z')
  })

  test('is empty when nothing was ever seen', () => {
    expect(
      sparkShape(
        aTrend(
          'support',
          NOW,
          hour(() => null),
        ),
      ),
    ).toMatchObject({ line: '', area: '', gaps: '' })
  })
})
