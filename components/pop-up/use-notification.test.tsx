// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useNotification } from './use-notification'

const shown: { title: string; options: NotificationOptions; close: () => void; onclick?: () => void }[] = []

function stubNotification(permission: NotificationPermission): void {
  class Fake {
    static permission = permission
    close = vi.fn()
    constructor(title: string, options: NotificationOptions) {
      shown.push(Object.assign(this, { title, options }))
    }
  }
  vi.stubGlobal('Notification', Fake)
}

function Rings() {
  useNotification('call-1', 'Anna calls you', 'Queue Support')
  return null
}

beforeEach(() => {
  shown.length = 0
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the browser’s notification of a call', () => {
  it('tells who calls and where while the page is out of sight, and goes when the phone stops ringing', () => {
    stubNotification('granted')
    const { unmount } = render(<Rings />)
    expect(shown).toMatchObject([{ title: 'Anna calls you', options: { tag: 'call-1', body: 'Queue Support' } }])
    unmount()
    expect(shown[0]?.close).toHaveBeenCalled()
  })

  it('brings the page back when it is clicked', () => {
    stubNotification('granted')
    const focus = vi.spyOn(window, 'focus').mockImplementation(() => {})
    render(<Rings />)
    shown[0]?.onclick?.()
    expect(focus).toHaveBeenCalled()
  })

  it('is not shown without leave, nor on a page that is in sight', () => {
    stubNotification('denied')
    render(<Rings />)
    stubNotification('granted')
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
    render(<Rings />)
    expect(shown).toEqual([])
  })
})
