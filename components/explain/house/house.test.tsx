// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer } from '@/components/desk/testing/desk-around'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { ExplainContext } from '@/components/wall/explained'
import { ConferencesWidget } from '@/components/wall/widgets/conferences-widget'
import { MailboxesWidget } from '@/components/wall/widgets/mailboxes-widget'
import { ParkingWidget } from '@/components/wall/widgets/parking-widget'
import { PhonesWidget } from '@/components/wall/widgets/phones-widget'
import { TrunksWidget } from '@/components/wall/widgets/trunks-widget'
import { HOUSE_FIGURES, type House, houseRecords } from '@/lib/domain/house-figure'
import { aLink, aMailbox, anEndpoint, anExtension, aPhoneChannel, NOW } from '@/lib/domain/testing/records'
import { aConference, aParkedCall, aParticipant, aTrunk, houseOf } from '@/lib/domain/testing/rooms'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { en } from '@/lib/i18n/messages/en'
import type { HouseExplanation } from '@/lib/protocol/house-explanation'
import type { Viewer } from '@/lib/protocol/viewer'
// Loaded before any test asks for it: what a page loads late is no part of its own time.
import '../explain-dialog'
import { explainStore } from '../explain-store'
import { WallExplainer, WallFigure } from '../wall-explain'

const HOUSE: House = {
  extensions: [anExtension('101', { status: 8 })],
  endpoints: [anEndpoint('101'), aTrunk('carrier', { channels: 1 }), aTrunk('backup')],
  phoneChannels: [aPhoneChannel('carrier', '1.1', { otherNumber: '200', since: NOW - 60_000 })],
  members: [],
  parkedCalls: [
    aParkedCall('701', { parkedAt: NOW - 40_000 }),
    aParkedCall('702', { name: 'Ann', parkedAt: NOW - 90_000 }),
  ],
  conferences: [aConference('600'), aConference('700', { locked: true })],
  participants: [aParticipant('600', 'Anna', { talking: true, admin: true }), aParticipant('700', 'Bogdan')],
  mailboxes: [aMailbox('101', { name: 'Anna', newMessages: 3, urgentMessages: 1 }), aMailbox('102')],
}

let asked: ReturnType<typeof stubApi>

beforeEach(() => {
  asked = stubApi(({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://x')
    const figure = HOUSE_FIGURES.find((one) => one === searchParams.get('figure'))
    if (pathname !== '/api/v1/explain/house' || figure === undefined) return { status: 404 }
    const of = searchParams.get('of')
    const read = { pbx: 'main', isLive: true, readAt: NOW - 60_000 }
    const records = houseRecords(figure, of, HOUSE)
    return { body: { now: NOW, figure, of, ...records, asterisk: [read] } as unknown as HouseExplanation }
  })
})
afterEach(() => {
  cleanup()
  explainStore.set(null)
  vi.unstubAllGlobals()
})

type Shown = { viewer?: Viewer; locale?: 'en' | 'ru' }

function show(Widget: ComponentType, { viewer = aViewer('supervisor'), locale = 'en' }: Shown = {}) {
  const cache = new FixtureCache(houseOf(HOUSE), () => NOW, { links: [aLink()] })
  cache.setPersonal({ viewer })
  const messages = CATALOGUES[locale] as typeof en
  render(
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      <LiveProvider cache={cache}>
        <ExplainContext value={WallFigure}>
          <Widget />
          <WallExplainer viewer={viewer} messages={messages} />
        </ExplainContext>
      </LiveProvider>
    </IntlProvider>,
  )
}

async function open(name: string) {
  fireEvent.click(screen.getByRole('button', { name: `${name}. What it is made of` }))
  await act(() => vi.dynamicImportSettled())
  const dialog = within(await screen.findByRole('dialog'))
  const rows = await dialog.findAllByRole('row')
  return { dialog, rows: rows.slice(1).map(({ textContent }) => textContent) }
}

describe('a figure of the house on a wall opens to what it counts', () => {
  test('who is in a conference, what each does there and for how long', async () => {
    show(ConferencesWidget)
    const { dialog, rows } = await open('People in conferences, 600: 1')
    expect(rows).toEqual(['Anna 0:00600talks, admin'])
    expect(asked.map(({ path }) => path)).toContain('/api/v1/explain/house?figure=participants&of=main%7C600')
    expect(dialog.getByText(/ConfbridgeListRooms counts the same people as Parties/)).toBeTruthy()
    expect(dialog.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toBe(
      '/api/v1/explain/house?figure=participants&of=main%7C600&format=csv',
    )
    expect(dialog.getByRole('link', { name: 'Open Conferences' }).getAttribute('href')).toBe('/conferences')
  })

  test('which conferences are open', async () => {
    show(ConferencesWidget)
    const { rows } = await open('Open conferences, Conferences: 2')
    expect(rows).toEqual(['60010:00', '70010:00locked'])
  })

  test('who is parked, the longest first', async () => {
    show(ParkingWidget)
    const { rows } = await open('Parked calls, Parking: 2')
    expect(rows.map((row) => row?.match(/7\d\d/)?.[0])).toEqual(['702', '701'])
  })

  test('in which mailboxes messages lie, and why Asterisk counts otherwise', async () => {
    show(MailboxesWidget)
    const { dialog, rows } = await open('New messages, Mailboxes: 3')
    expect(rows).toEqual([expect.stringMatching(/^Anna101@default31/)])
    expect(dialog.getByText(/its NewMessages are those without them/)).toBeTruthy()
    cleanup()
    show(MailboxesWidget)
    expect((await open('New messages, Anna: 3')).rows).toHaveLength(1)
  })

  test('what goes on at a trunk, of which the wall itself has nothing', async () => {
    show(TrunksWidget)
    const { rows } = await open('Channels in use, carrier: 1')
    expect(rows).toEqual(['Tom O’Brien 2001:00talkingcarrier'])
  })

  test('which phones do what it says', async () => {
    show(PhonesWidget)
    const { rows } = await open('Phones ringing, Phones: 1')
    expect(rows).toEqual(['101––ringing'])
  })

  test('in Russian, too', async () => {
    show(ParkingWidget, { locale: 'ru' })
    fireEvent.click(screen.getByRole('button', { name: 'Звонки на парковке, Парковка: 2. Из чего складывается' }))
    await act(() => vi.dynamicImportSettled())
    expect(await screen.findByText('Звонки, которые в этот момент стоят на парковке.')).toBeTruthy()
  })

  test('and says so where it could not be told', async () => {
    stubApi(() => ({ status: 500 }))
    show(ParkingWidget)
    fireEvent.click(screen.getByRole('button', { name: /^Parked calls/ }))
    await act(() => vi.dynamicImportSettled())
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
})

describe('whoever may not see what a figure counts', () => {
  const without = (...permissions: string[]): Viewer => {
    const viewer = aViewer('supervisor')
    const left = Object.entries(viewer.permissions).filter(([name]) => !permissions.includes(name))
    return { ...viewer, permissions: Object.fromEntries(left) }
  }

  test('is led to the page of the part, where that may be seen', () => {
    show(TrunksWidget, { viewer: without('phones.see') })
    const link = screen.getByRole('link', { name: 'Channels in use, carrier: 1. What it is made of' })
    expect(link.getAttribute('href')).toBe('/trunks')
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('has the figure alone, where it may not', () => {
    show(ParkingWidget, { viewer: without('parking.see', 'history.see') })
    expect([screen.queryByRole('link'), screen.queryByRole('button')]).toEqual([null, null])
    expect(screen.getByText('2')).toBeTruthy()
  })
})
