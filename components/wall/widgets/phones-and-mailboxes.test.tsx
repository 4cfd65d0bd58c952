// @vitest-environment jsdom
import { act, cleanup, render, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { LiveState } from '@/lib/domain/live-state'
import { aMailbox, anEndpoint, anExtension, aPhoneChannel, byId, NOW } from '@/lib/domain/testing/records'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { en } from '@/lib/i18n/messages/en'
import { MailboxesWidget } from './mailboxes-widget'
import { PhonesWidget } from './phones-widget'

afterEach(cleanup)

function show(Shown: ComponentType, state: Partial<LiveState>) {
  const cache = new FixtureCache(state, NOW)
  const { container } = render(
    <IntlProvider locale="en" messages={CATALOGUES.en as typeof en} timeZone="UTC">
      <LiveProvider cache={cache}>
        <Shown />
      </LiveProvider>
    </IntlProvider>,
  )
  const lines = () =>
    within(container)
      .queryAllByRole('listitem')
      .map((line) => line.textContent)
  return { cache, container, lines }
}

test('phones show how many do what, and one that is not reachable', async () => {
  const phone = anEndpoint('102')
  const { cache, lines } = show(PhonesWidget, {
    extensions: byId([anExtension('101', { status: 1 }), anExtension('102')]),
    endpoints: byId([phone]),
    phoneChannels: byId([aPhoneChannel('101', '1.1', { since: NOW - 65_000 })]),
  })
  expect(lines()).toEqual(['1free', '1on call', '0ringing', '0not there', '101 1:05'])
  await act(async () => cache.put('endpoints', phone.id, { ...phone, reach: 'unreachable', reachSince: NOW - 30_000 }))
  expect(lines().slice(4)).toEqual(['102down 0:30', '101 1:05'])
})

test('mailboxes show those with new messages, urgent ones first', () => {
  const { lines, container } = show(MailboxesWidget, {
    mailboxes: byId([
      aMailbox('101', { newMessages: 4 }),
      aMailbox('102', { name: 'Łucja', newMessages: 1, urgentMessages: 1 }),
      aMailbox('103', { oldMessages: 9 }),
    ]),
  })
  expect(lines()).toEqual(['1Łucja1 urgent', '4101@default'])
  expect(container.querySelector('.widget-head .fig')?.textContent).toBe('5')
})

test('where there is nothing, they say so', () => {
  expect(show(PhonesWidget, {}).container.textContent).toContain('There are no phones')
  cleanup()
  expect(show(MailboxesWidget, {}).container.textContent).toContain('No new messages')
})
