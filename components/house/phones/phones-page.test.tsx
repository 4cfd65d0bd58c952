// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { LiveState } from '@/lib/domain/live-state'
import type { Role } from '@/lib/domain/rights'
import {
  aCall,
  aLink,
  aMailbox,
  anEndpoint,
  anExtension,
  aPhoneChannel,
  byId,
  NOW,
  PBX,
} from '@/lib/domain/testing/records'
import type { Viewer } from '@/lib/protocol/viewer'
import { PhonesPage } from './phones-page'
import { starred, toggleStar } from './stars'

const OWN = { pbx: PBX, interface: 'PJSIP/201', exten: '201', label: null }
const outside = aCall('1.1', {
  from: { number: '+49 30 5550117', name: 'Tom O’Brien', channel: 'PJSIP/trunk-0001' },
  to: { number: '101', name: 'Anna', channel: 'PJSIP/101-0002' },
})

function aHouse(): Partial<LiveState> {
  return {
    extensions: byId([
      anExtension('101', { status: 1 }),
      anExtension('102', { status: 8 }),
      anExtension('103', { status: 9, presence: { state: 'away', subtype: null, message: 'lunch' } }),
      anExtension('201'),
    ]),
    endpoints: byId([anEndpoint('101'), anEndpoint('102'), anEndpoint('103', { reach: 'unreachable' })]),
    phoneChannels: byId([
      aPhoneChannel('101', '1.2', { call: outside.id }),
      aPhoneChannel('102', '1.3', { state: 'ringing', otherName: 'Élise' }),
    ]),
    calls: byId([outside]),
    mailboxes: byId([aMailbox('103', { name: 'Łucja Zielińska', newMessages: 2 })]),
  }
}

let asked: Asked[]
const sent = () =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => (body as { command: unknown }).command)

beforeEach(() => {
  localStorage.clear()
  for (const id of starred()) toggleStar(id)
  asked = stubApi(() => ({ status: 404, body: {} }))
  // jsdom has no layout.
  document.elementFromPoint = () => null
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Scene = { state?: Partial<LiveState>; role?: Role; search?: string; viewer?: Partial<Viewer> }

async function show({ state = aHouse(), role = 'supervisor', search = '', viewer = {} }: Scene = {}) {
  window.history.replaceState(null, '', `/phones?${search}`)
  const cache = new FixtureCache(state, NOW, { links: [aLink()] })
  render(
    <DeskAround viewer={aViewer(role, { phones: [OWN], ...viewer })} cache={cache}>
      <PhonesPage search={search} />
    </DeskAround>,
  )
  await act(async () => {})
  return cache
}

const phone = (name: RegExp) => screen.getByRole('button', { name })
const press = (key: string, code = `Key${key.toUpperCase()}`) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code })

test('each phone tells what it does, with whom, its presence, its line and its mailbox', async () => {
  await show()
  expect(phone(/^101, On call, with Tom O’Brien$/)).toBeTruthy()
  expect(phone(/^102, Ringing, with Élise$/)).toBeTruthy()
  expect(phone(/^103 Łucja Zielińska, Ringing, On call, Away, lunch, Not reachable, 2 new messages$/)).toBeTruthy()
  const own = screen.getByRole('region', { name: 'Yours and starred' })
  expect(within(own).getByRole('button', { name: '201, Free' })).toBeTruthy()
})

test('a change of one phone shows there', async () => {
  const cache = await show()
  await act(async () => cache.put('extensions', anExtension('101').id, anExtension('101', { status: 16 })))
  expect(phone(/^101, On hold/)).toBeTruthy()
})

describe('the keyboard', () => {
  test('finds with /, walks with arrows, opens with Enter and comes back with Escape', async () => {
    await show({ search: 'as=rows' })
    press('/', 'Slash')
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    act(() => (document.activeElement as HTMLElement).blur())
    press('ArrowDown', 'ArrowDown')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('201, Free')
    press('ArrowDown', 'ArrowDown')
    expect(document.activeElement).toBe(phone(/^101,/))
    fireEvent.click(document.activeElement as Element)
    const drawer = screen.getByRole('complementary', { name: 'Phone' })
    expect(document.activeElement).toBe(drawer)
    press('Escape', 'Escape')
    expect(screen.queryByRole('complementary', { name: 'Phone' })).toBeNull()
    expect(document.activeElement).toBe(phone(/^101,/))
  })

  test('calls, picks up and listens', async () => {
    await show()
    phone(/^103/).focus()
    press('c')
    phone(/^102/).focus()
    press('p')
    phone(/^101,/).focus()
    press('l')
    await act(async () => {})
    expect(sent()).toEqual([
      { type: 'dial', to: '103', phone: null },
      { type: 'phone.pickUp', channel: aPhoneChannel('102', '1.3').id, phone: null },
      { type: 'call.listen', call: outside.id, party: 'to', mode: 'listen', phone: null },
    ])
  })

  test('carries a call to another phone, and asks before it goes', async () => {
    await show()
    phone(/^101,/).focus()
    press('m')
    expect(screen.getByText('Tom O’Brien goes to …')).toBeTruthy()
    fireEvent.click(phone(/^103/))
    const question = screen.getByRole('dialog', { name: 'Transfer Tom O’Brien to 103 Łucja Zielińska?' })
    expect(sent()).toEqual([])
    fireEvent.click(within(question).getByRole('button', { name: 'Transfer' }))
    await act(async () => {})
    expect(sent()).toEqual([{ type: 'call.transfer', call: outside.id, by: 'to', to: '103' }])
  })

  test('leaves the call where it is on Escape', async () => {
    await show()
    phone(/^101,/).focus()
    press('m')
    press('Escape', 'Escape')
    expect(screen.queryByText('Tom O’Brien goes to …')).toBeNull()
    fireEvent.click(phone(/^103/))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('dragging', () => {
  const tile = (name: RegExp) => phone(name).closest('li') as Element
  const drag = (from: Element, to: Element | null) => {
    fireEvent.pointerDown(from, { button: 0, pointerId: 1, pointerType: 'mouse', clientX: 5, clientY: 5 })
    document.elementFromPoint = () => to
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 60, clientY: 60 })
    fireEvent.pointerUp(window, { pointerId: 1, clientX: 60, clientY: 60 })
    // Browsers send a click after it.
    fireEvent.click(to ?? document.body)
  }

  test('a call from one phone to another transfers it, after a question', async () => {
    await show()
    drag(phone(/^101,/), tile(/^103/))
    expect(screen.getByRole('dialog', { name: /^Transfer Tom O’Brien to 103/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Ask there first' }))
    await act(async () => {})
    expect(sent()).toEqual([{ type: 'call.attendedTransfer', call: outside.id, by: 'to', to: '103' }])
  })

  test('to nowhere, or to where it is, does nothing', async () => {
    await show()
    drag(phone(/^101,/), null)
    drag(phone(/^101,/), tile(/^101,/))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('needs the right', async () => {
    await show({ role: 'agent' })
    drag(phone(/^101,/), tile(/^103/))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a finger scrolls, and drags what it has rested on', async () => {
    await show()
    vi.useFakeTimers()
    const finger = { button: 0, pointerId: 2, pointerType: 'touch' }
    const go = (rests: boolean) => {
      fireEvent.pointerDown(phone(/^101,/), { ...finger, clientX: 5, clientY: 5 })
      if (rests) act(() => vi.advanceTimersByTime(400))
      document.elementFromPoint = () => tile(/^103/)
      fireEvent.pointerMove(window, { ...finger, clientX: 60, clientY: 60 })
      fireEvent.pointerUp(window, { ...finger, clientX: 60, clientY: 60 })
    }
    go(false)
    expect(screen.queryByRole('dialog')).toBeNull()
    go(true)
    expect(screen.getByRole('dialog', { name: /^Transfer Tom O’Brien to 103/ })).toBeTruthy()
  })

  test('one’s own call goes from the line above', async () => {
    const cache = await show()
    const call = aCall('2.1', { to: { number: '201', name: 'Marta', channel: 'PJSIP/201-0004' } })
    const mine = { call, interface: 'PJSIP/201', side: 'to' as const, waited: null, previous: null, link: null }
    act(() => cache.setPersonal({ mine: { type: 'mine', calls: [mine] } }))
    drag(screen.getByRole('button', { name: /^Tom O’Brien/ }), tile(/^103/))
    expect(screen.getByRole('dialog', { name: /^Transfer Tom O’Brien to 103/ })).toBeTruthy()
  })
})

test('a star is kept by this browser and brings the phone to the front', async () => {
  await show()
  phone(/^103/).focus()
  press('f')
  const own = screen.getByRole('region', { name: 'Yours and starred' })
  expect(within(own).getByRole('button', { name: /^103/ })).toBeTruthy()
  expect(localStorage.getItem('callboard.phones.starred')).toContain('103')
})

describe('the view', () => {
  test('comes from the address', async () => {
    await show({ search: 'find=lucja' })
    expect(screen.getAllByRole('listitem').filter((item) => item.dataset.phone)).toHaveLength(1)
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('lucja')
  })

  test('that shows nobody says so and is cleared', async () => {
    await show({ search: 'find=nobody' })
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filters' }))
    expect(phone(/^101,/)).toBeTruthy()
  })

  test('shows one state alone', async () => {
    await show()
    fireEvent.click(screen.getByRole('radio', { name: 'On call 1' }))
    expect(screen.getAllByRole('listitem').filter((item) => item.dataset.phone)).toHaveLength(1)
  })
})

test('the menu says why something cannot be done', async () => {
  await show()
  fireEvent.contextMenu(phone(/^101,/), { clientX: 10, clientY: 10 })
  const pickUp = screen.getByRole('menuitem', { name: /Pick up/ })
  expect(pickUp.getAttribute('aria-disabled')).toBe('true')
  expect(pickUp.textContent).toContain('it does not ring')
})

test('a text is typed before it is sent', async () => {
  await show()
  phone(/^101,/).focus()
  press('x')
  fireEvent.change(screen.getByRole('textbox', { name: 'Text' }), { target: { value: ' Please come ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await act(async () => {})
  expect(sent()).toEqual([{ type: 'phone.text', pbx: PBX, endpoint: 'PJSIP/101', text: 'Please come' }])
})

test('while the picture is old it says so, figures are hollow, and nothing is done', async () => {
  const cache = await show()
  act(() => cache.setStatus({ freshness: 'stale', trueAt: NOW }))
  expect(screen.getByRole('alert').textContent).toContain('Not live')
  expect(document.querySelector('.phones')?.getAttribute('data-hollow')).toBe('')
  phone(/^103/).focus()
  press('c')
  await act(async () => {})
  expect(sent()).toEqual([])
})

test('without phones it says what Asterisk needs; before the first picture it waits', async () => {
  const cache = await show({ state: {} })
  expect(screen.getByText('No extension has a hint')).toBeTruthy()
  expect(screen.getByText(/exten => 101,hint,PJSIP\/101/)).toBeTruthy()
  act(() => cache.setStatus({ freshness: 'connecting' }))
  expect(screen.getByText('Loading')).toBeTruthy()
})

test('where nothing is told, an administrator is led to what the account at the PBX may read', async () => {
  await show({ state: {}, role: 'admin' })
  expect(screen.getByRole('link', { name: 'What the account at the PBX may read' }).getAttribute('href')).toBe(
    '/admin/pbx',
  )
})
