// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { reloadOnce } from './reload-once'

const reload = vi.fn()

beforeEach(() => {
  reload.mockClear()
  sessionStorage.clear()
})

test('a page reloads for each new build of the server', () => {
  reloadOnce('b2', reload)
  reloadOnce('b3', reload)
  expect(reload).toHaveBeenCalledTimes(2)
})

test('a page that comes back unchanged from a cache does not reload for the same build again and again', () => {
  reloadOnce('b2', reload)
  reloadOnce('b2', reload)
  expect(reload).toHaveBeenCalledTimes(1)
})

test('without storage it reloads all the same', () => {
  const storage = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  reloadOnce('b2', reload)
  storage.mockRestore()
  expect(reload).toHaveBeenCalledTimes(1)
})
