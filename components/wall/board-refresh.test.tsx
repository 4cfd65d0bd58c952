// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { BoardRefresh } from './board-refresh'
import { DEFAULT_BOARD } from './board-settings'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what the server says of the board is told', async () => {
  const fetched = vi.fn(async () => Response.json({ title: 'North', theme: 'light', buildId: 'b2' }))
  vi.stubGlobal('fetch', fetched)
  const onSettings = vi.fn()
  render(<BoardRefresh initial={DEFAULT_BOARD} onSettings={onSettings} />)
  await waitFor(() => expect(onSettings).toHaveBeenCalled())
  expect(onSettings).toHaveBeenLastCalledWith({ ...DEFAULT_BOARD, title: 'North', theme: 'light', buildId: 'b2' })
  expect(fetched).toHaveBeenCalledWith('/api/v1/board', expect.anything())
})
