// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserSurroundings } from './surroundings'

function pageShow(persisted: boolean): Event {
  return Object.assign(new Event('pageshow'), { persisted })
}

function setVisible(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the browser around the cache', () => {
  it('wakes it when the network is back, the page is seen again, or comes out of the back-forward cache', () => {
    const wake = vi.fn()
    const undo = browserSurroundings.onWake(wake)
    setVisible('hidden')
    window.dispatchEvent(pageShow(false))
    expect(wake).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('online'))
    setVisible('visible')
    window.dispatchEvent(pageShow(true))
    expect(wake).toHaveBeenCalledTimes(3)
    undo()
    window.dispatchEvent(new Event('online'))
    expect(wake).toHaveBeenCalledTimes(3)
  })

  it('tells it that the network is gone', () => {
    const offline = vi.fn()
    const undo = browserSurroundings.onOffline(offline)
    window.dispatchEvent(new Event('offline'))
    undo()
    window.dispatchEvent(new Event('offline'))
    expect(offline).toHaveBeenCalledTimes(1)
  })

  it('ticks until undone', () => {
    vi.useFakeTimers()
    const tick = vi.fn()
    const undo = browserSurroundings.every(1000, tick)
    vi.advanceTimersByTime(3000)
    undo()
    vi.advanceTimersByTime(3000)
    expect(tick).toHaveBeenCalledTimes(3)
  })
})
