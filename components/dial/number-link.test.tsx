// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { Viewer } from '@/lib/protocol/viewer'
import { NumberLink } from './number-link'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(number: string | null, viewer: Viewer = aViewer('agent'), cache = new FixtureCache()) {
  const asked = stubApi(() => ({ status: 500 }))
  const { container } = render(
    <DeskAround viewer={viewer} cache={cache}>
      <NumberLink number={number} />
    </DeskAround>,
  )
  const click = () => act(async () => fireEvent.click(screen.getByRole('link')))
  return { asked, container, click }
}

describe('a number', () => {
  test('is called from the preferred phone by a click', async () => {
    const { asked, click } = show('+49 30 1234567')
    expect(screen.getByRole('link').getAttribute('href')).toBe('tel:+49301234567')
    await click()
    expect(asked[0]?.body).toMatchObject({ command: { type: 'dial', to: '+49301234567', phone: null } })
  })

  test('offers the other phones of who has several', () => {
    const phones = [201, 901].map((exten) => ({
      pbx: 'demo',
      interface: `PJSIP/${exten}`,
      exten: String(exten),
      label: null,
    }))
    show('0301234', aViewer('agent', { phones }))
    expect(screen.getByRole('button', { name: 'Phones to call 0301234 with' })).toBeTruthy()
  })

  test.each([
    ['masked', '+49 ···· 67', aViewer('agent')],
    ['withheld', null, aViewer('agent')],
    ['of who may not dial', '0301234', aViewer('display')],
  ])('that is %s is text', (_why, number, viewer) => {
    const { container } = show(number, viewer)
    expect(screen.queryByRole('link')).toBeNull()
    expect(container.textContent).toBe(number ?? '–')
  })

  test.each([
    ['no phone', aViewer('agent', { phones: [] }), new FixtureCache()],
    ['no live picture', aViewer('agent'), new FixtureCache({}, 0, { freshness: 'stale' })],
  ])('is not called with %s', async (_why, viewer, cache) => {
    const { asked, click } = show('0301234', viewer, cache)
    await click()
    expect(asked).toEqual([])
    expect(screen.getByRole('link').getAttribute('aria-disabled')).toBe('true')
  })
})
