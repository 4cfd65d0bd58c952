// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { expect, test, vi } from 'vitest'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { HOSTILE_TEXTS } from '@/lib/domain/testing/hostile-texts'
import { aCaller, aLink, aMember, aQueue, stateOf } from '@/lib/domain/testing/records'
import { en } from '@/lib/i18n/messages/en'
import { DEFAULT_BOARD } from './board-settings'
import { standStill } from './testing/shown-wall'
import { Wall } from './wall'

standStill()

/** A wall of so many queues, on which every name is `text`, with whatever code it loads. */
async function show(text: string, queues: number): Promise<HTMLElement> {
  const names = Array.from({ length: queues }, (_, i) => `${text}${i === 0 ? '' : i}`)
  const state = stateOf({
    queues: names.map((name) => aQueue(name)),
    members: names.map((name, i) => aMember(name, `${text}${i}`, { name: text, paused: true, pausedReason: text })),
    callers: names.map((name, i) => aCaller(name, `${i}`, { name: text, number: text })),
  })
  const { container } = render(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <LiveProvider cache={new FixtureCache(state, Date.now, { links: [aLink()] })}>
        <Wall settings={{ ...DEFAULT_BOARD, timeZone: 'UTC' }} names={null} title={null} />
      </LiveProvider>
    </IntlProvider>,
  )
  await act(() => vi.dynamicImportSettled())
  return container
}

/** Every element with its classes: what the layout hangs on, and what markup in a name would add to. */
function skeleton(root: HTMLElement): string[] {
  return Array.from(
    root.querySelectorAll('*'),
    (element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`,
  )
}

for (const queues of [1, 4, 12, 17]) {
  test.each(Object.entries(HOSTILE_TEXTS))(
    `${queues} queues, all called by %s, leave every element as it is`,
    async (_, text) => {
      const expected = skeleton(await show('Support', queues))
      cleanup()
      const wall = await show(text, queues)
      expect(skeleton(wall)).toEqual(expected)
      expect(Array.from(wall.querySelectorAll('[data-queue]'), (tile) => tile.getAttribute('data-queue'))).toContain(
        text,
      )
      expect(wall.textContent).toContain(text)
    },
  )
}

test.each(Object.entries(HOSTILE_TEXTS))(
  'who waits, called by %s, is isolated from the text around',
  async (_, text) => {
    const wall = await show(text, 1)
    const caller = wall.querySelectorAll('.callers bdi')
    expect(Array.from(caller, (name) => name.textContent)).toEqual([text, text])
  },
)
