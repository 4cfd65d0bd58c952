import { vi } from 'vitest'

/** Radix, cmdk and the charts watch sizes; in a document that has none, nothing changes them. */
export function stubResizeObserver(): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
}

/** Boxes of one size, in a document that has no sizes: so much of a list or of a chart has room in them. */
export function stubSizes({ width, height }: { width: number; height: number }): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(width)
  stubResizeObserver()
}
