// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { stubResizeObserver } from '@/components/testing/sizes'
import type { PbxName } from '@/lib/domain/ids'
import { aCall, aMember, anExtension, aPhoneChannel, aQueue, byId, stateOf } from '@/lib/domain/testing/records'
import type { Viewer } from '@/lib/protocol/viewer'
import { PaletteButton, PaletteProvider } from './palette-context'

vi.mock('next/navigation', () => ({ usePathname: () => '/me', useRouter: () => ({ push: pushed }) }))
const pushed = vi.hoisted(() => vi.fn())

const PEOPLE = [
  { name: 'Łukasz Wójcik', pbx: 'main', interface: 'PJSIP/113', exten: '113' },
  { name: 'Алексей Воронов', pbx: 'main', interface: 'PJSIP/101', exten: '101' },
]

beforeEach(() => {
  // What cmdk needs of a browser, and jsdom has not.
  stubResizeObserver()
  Element.prototype.scrollIntoView = () => {}
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Shown = { viewer?: Viewer; cache?: FixtureCache; people?: number }

async function open({ viewer = aViewer('supervisor'), cache = new FixtureCache(), people = 200 }: Shown = {}) {
  const asked = stubApi(({ path, method }: Asked) => {
    if (path === '/api/v1/people') return { status: people, body: { items: PEOPLE } }
    if (path.startsWith('/api/v1/me/recent')) return { body: { now: 0, items: [] } }
    if (path === '/api/v1/settings')
      return { body: { pauseReasons: [{ name: 'Lunch', limitSeconds: 1800 }], freePauseReason: true, queueGroups: {} } }
    return { status: method === 'POST' ? 500 : 404 }
  })
  render(
    <DeskAround viewer={viewer} cache={cache}>
      <PaletteProvider>
        <PaletteButton />
      </PaletteProvider>
    </DeskAround>,
  )
  await act(async () => {
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  })
  await act(async () => {})
  return asked
}

const type = (text: string) =>
  act(async () => fireEvent.change(screen.getByRole('combobox'), { target: { value: text } }))
const key = (name: string) => act(async () => fireEvent.keyDown(screen.getByRole('combobox'), { key: name }))
const options = () => screen.queryAllByRole('option').map((option) => option.textContent?.replace(/\s+/g, ' ').trim())
const commands = (asked: readonly Asked[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => (body as { command: unknown }).command)

describe('the palette', () => {
  test('dials what is typed, when it is a number', async () => {
    const asked = await open()
    await type('+49 (30) 1234567')
    await key('Enter')
    expect(commands(asked)).toEqual([{ type: 'dial', to: '+49301234567', phone: null }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('offers the visits of a number, after the call, to those who see visits', async () => {
    await open()
    await type('visits of +49 30 1234567')
    expect(options()).toEqual(['Visits of +49 30 1234567'])
    await type('+49 30 1234567')
    expect(options()).toEqual(['Call +49 30 1234567', 'Visits of +49 30 1234567'])
    cleanup()
    await open({ viewer: aViewer('agent') })
    await type('+49 30 1234567')
    expect(options()).toEqual(['Call +49 30 1234567'])
  })

  test('finds colleagues without regard to accents and alphabet, and calls them', async () => {
    const asked = await open()
    await type('lukasz')
    expect(options()).toEqual(['Łukasz Wójcik 113'])
    await type('voro')
    expect(options()).toEqual(['Алексей Воронов 101'])
    await key('Enter')
    expect(commands(asked)).toEqual([{ type: 'dial', to: '101', phone: null }])
  })

  test('sends one’s call to a colleague by Tab', async () => {
    const cache = new FixtureCache()
    const call = aCall('c1', { pbx: 'main' as PbxName })
    const mine = { call, interface: 'PJSIP/201', side: 'to' as const, waited: null, previous: null, link: null }
    cache.setPersonal({ mine: { type: 'mine', calls: [mine] } })
    const asked = await open({ cache })
    await type('lukasz')
    expect(screen.getByText('transfer my call there')).toBeTruthy()
    await key('Tab')
    expect(commands(asked)).toEqual([{ type: 'call.transfer', call: call.id, by: 'to', to: '113' }])
  })

  test('pauses oneself with a reason of the house', async () => {
    const member = { ...aMember('support', 'Marta'), interface: 'PJSIP/201' }
    const viewer = aViewer('agent', {
      phones: [{ pbx: member.pbx, interface: 'PJSIP/201', exten: '201', label: null }],
    })
    const asked = await open({ viewer, cache: new FixtureCache(stateOf({ members: [member] })) })
    await type('lun')
    await key('Enter')
    expect(commands(asked)).toEqual([
      {
        type: 'agent.pause',
        agent: { pbx: member.pbx, interface: 'PJSIP/201' },
        queue: null,
        reason: 'Lunch',
      },
    ])
  })

  test('leads to pages, those that one may open', async () => {
    await open({ viewer: aViewer('agent') })
    expect(options()).not.toContain('Live')
    await type('my desk')
    await key('Enter')
    expect(pushed).toHaveBeenCalledWith('/me')
  })

  test('offers queues to supervisors', async () => {
    await open({ cache: new FixtureCache(stateOf({ queues: [aQueue('support', { label: 'Support' })] })) })
    await type('supp')
    expect(options()).toEqual(['Support'])
  })

  test('says when there is nothing', async () => {
    await open()
    await type('zzz')
    expect(options()).toEqual([])
    expect(screen.getByText('Nothing found. A number of any form can be dialled.')).toBeTruthy()
  })

  test('says that colleagues could not be loaded', async () => {
    await open({ people: 403 })
    expect(await screen.findByText('Colleagues could not be loaded.')).toBeTruthy()
  })

  test('calls nobody while the picture is not live, and says why', async () => {
    const asked = await open({ cache: new FixtureCache({}, 0, { freshness: 'stale' }) })
    expect(screen.getByText('Not live: nothing can be done until the link is back')).toBeTruthy()
    await type('113')
    await key('Enter')
    expect(commands(asked)).toEqual([])
  })
})

test('a question mark shows the keys, and typed into a field is a question mark', async () => {
  await open()
  await key('?')
  expect(screen.queryByText('this list')).toBeNull()
  await act(async () => fireEvent.keyDown(document.body, { key: '?' }))
  expect(screen.getByText('this list')).toBeTruthy()
})

describe('phones of the house', () => {
  const phones = [{ pbx: 'main', interface: 'PJSIP/201', exten: '201', label: null }]
  const cache = () =>
    new FixtureCache(
      {
        extensions: byId([anExtension('101'), anExtension('300'), anExtension('201')]),
        phoneChannels: byId([aPhoneChannel('101', '1.1', { state: 'ringing', otherName: 'Élise' })]),
      },
      0,
      { links: [] },
    )

  test('that are nobody’s among the colleagues are called', async () => {
    const asked = await open({ viewer: aViewer('supervisor', { phones }), cache: cache() })
    expect(screen.queryByRole('option', { name: /^201/ })).toBeNull()
    await act(async () => fireEvent.click(screen.getByRole('option', { name: /^300\s*Free/ })))
    expect(asked.at(-1)?.body).toMatchObject({ command: { type: 'dial', to: '300', phone: null } })
  })

  test('that ring are picked up', async () => {
    const asked = await open({ viewer: aViewer('supervisor', { phones }), cache: cache() })
    await act(async () => fireEvent.click(screen.getByRole('option', { name: /^Pick up: Алексей Воронов/ })))
    expect(asked.at(-1)?.body).toMatchObject({ command: { type: 'phone.pickUp', channel: 'main|1.1' } })
  })
})
