// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FixtureCache } from './testing/fixture-cache'
import { Ticker } from './ticker'

const START = 1_800_000_000_400

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

function running(offset = 0) {
  const cache = new FixtureCache({}, () => Date.now() + offset)
  const ticker = new Ticker(cache)
  const stop = ticker.start()
  return { cache, ticker, stop }
}

const seconds = (since: number) => (now: number) => `${Math.floor((now - since) / 1000)} s`

describe('a timer', () => {
  test('tells at once, then every second as the second turns', () => {
    const { ticker } = running()
    const node = document.createTextNode('')
    ticker.add(node, seconds(START - 400), 'picture')
    expect(node.data).toBe('0 s')
    vi.advanceTimersByTime(605)
    expect(node.data).toBe('1 s')
    vi.advanceTimersByTime(60_000)
    expect(node.data).toBe('61 s')
  })

  test('follows the server, however wrong the clock of the browser is', () => {
    const { ticker } = running(-600_000)
    const node = document.createTextNode('')
    ticker.add(node, seconds(START - 600_000 - 5000), 'picture')
    expect(node.data).toBe('5 s')
  })

  test('stands still at the moment the picture was last true, and the screen clock runs on', () => {
    const { cache, ticker } = running()
    const [picture, screen] = [document.createTextNode(''), document.createTextNode('')]
    ticker.add(picture, seconds(START - 10_400), 'picture')
    ticker.add(screen, seconds(START - 10_400), 'screen')
    vi.advanceTimersByTime(20_000)
    cache.setStatus({ freshness: 'stale', trueAt: START + 3000 })
    expect(picture.data).toBe('13 s')
    vi.advanceTimersByTime(10_000)
    expect([picture.data, screen.data]).toEqual(['13 s', '40 s'])
    cache.setStatus({ freshness: 'live', trueAt: START + 30_000 })
    expect(picture.data).toBe('40 s')
  })

  test('that was taken away is not written again', () => {
    const { ticker } = running()
    const node = document.createTextNode('')
    const remove = ticker.add(node, seconds(START), 'picture')
    remove()
    vi.advanceTimersByTime(5000)
    expect(node.data).toBe('0 s')
  })
})

test('a text that says the same is not touched', () => {
  const { ticker } = running()
  const writes = vi.fn()
  const node = {
    get data() {
      return 'same'
    },
    set data(text: string) {
      writes(text)
    },
  }
  ticker.add(node as Text, () => 'same', 'picture')
  vi.advanceTimersByTime(5000)
  expect(writes).not.toHaveBeenCalled()
})

test('nothing is left running after the stop', () => {
  const { stop } = running()
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
