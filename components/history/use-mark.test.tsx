// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { aKpi } from '@/lib/domain/testing/kpis'
import { useMark } from './use-mark'

const TODAY = { span: { window: 'today' }, queues: [], agent: null } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('in a busy hour, when something changes many times a second, it is asked anew all the same', () => {
  const cache = new FixtureCache()
  const around = ({ children }: { children: ReactNode }) => <LiveProvider cache={cache}>{children}</LiveProvider>
  const { result } = renderHook(() => useMark(TODAY), { wrapper: around })
  const marks = new Set([result.current])
  for (let answered = 1; answered <= 50; answered += 1) {
    const kpi = aKpi('support', { answered })
    act(() => {
      cache.put('kpis', kpi.id, kpi)
      vi.advanceTimersByTime(100)
    })
    marks.add(result.current)
  }
  expect(marks.size).toBe(3)
})
