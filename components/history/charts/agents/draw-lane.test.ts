import { expect, test } from 'vitest'
import type { AgentSpan, SpanState } from '@/lib/domain/time-line'
import type { Colours } from '../plot/colours'
import { drawLane } from './draw-lane'

const COLOURS = new Proxy({}, { get: (_, name) => name }) as Colours

type Rect = { fill: string; left: number; width: number; height: number }

/** Draws and tells which rectangles were filled. */
function drawn(spans: readonly AgentSpan[], to: number, width = 100): Rect[] {
  const rects: Rect[] = []
  const ctx = {
    fillStyle: '',
    clearRect: () => undefined,
    fillRect(left: number, _top: number, wide: number, height: number) {
      rects.push({ fill: this.fillStyle, left, width: wide, height })
    },
  }
  const lane = { spans, gaps: [], view: { from: 0, to }, chosen: null }
  drawLane(ctx as unknown as CanvasRenderingContext2D, lane, { width, height: 20, ratio: 1, colours: COLOURS })
  return rects
}

const span = (state: SpanState, from: number, to: number): AgentSpan => ({ state, reason: null, from, to })

test('states stand at heights of their own, from where they began to where they ended', () => {
  const rects = drawn([span('ready', 0, 20), span('onCall', 20, 70), span('paused', 80, 200)], 100)
  expect(rects).toEqual([
    { fill: 'ready', left: 0, width: 20, height: 6 },
    { fill: 'call', left: 20, width: 50, height: 20 },
    { fill: 'paused', left: 80, width: 20, height: 10 },
  ])
})

test('a moment is a pixel wide at least', () => {
  expect(drawn([span('ringing', 50, 51)], 100_000)).toMatchObject([{ fill: 'ringing', width: 1 }])
})

test('however many spans there are, no more is drawn than a lane has pixels and states', () => {
  const states = ['ready', 'ringing', 'onCall', 'wrapUp'] as const
  const spans = Array.from({ length: 50_000 }, (_, at) => span(states[at % 4] ?? 'ready', at, at + 1))
  const rects = drawn(spans, 50_000)
  expect(rects.length).toBeLessThanOrEqual(100 * states.length)
  const calls = new Set(rects.filter(({ height }) => height === 20).map(({ left }) => Math.floor(left)))
  expect(calls.size).toBe(100)
})
