// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aLink, NOW, stateOf } from '@/lib/domain/testing/records'
import { sales, show, standStill, support, tile } from './testing/shown-wall'

const TRUE_AT = NOW - 252_000

standStill()

describe('a picture that is not live', () => {
  const lost = aLink({ state: 'lost', attempt: 7, nextTryAt: NOW + 8000, heardAt: TRUE_AT })

  test('says since when, and what comes next, and turns hollow', () => {
    const { wall } = show(stateOf({ queues: [support, sales] }), {
      status: { freshness: 'stale', trueAt: TRUE_AT, links: [lost] },
    })
    expect(wall.dataset.hollow).toBe('')
    expect(screen.getByRole('alert').textContent).toBe(
      'Not live for 4:12Hollow figures are from 10:37:48. Next try in 8 s.',
    )
    expect(screen.getByText('No answer from Head office')).toBeTruthy()
    expect(within(tile('Sales')).getByText(/^Was/)).toBeTruthy()
  })

  test('never calls a lost picture the first one, not even before the first try', () => {
    const { wall } = show(stateOf({ queues: [support] }), {
      status: { freshness: 'stale', trueAt: TRUE_AT, links: [{ ...lost, attempt: 0 }] },
    })
    expect(wall.textContent).toContain('No answer from Head office')
    expect(wall.textContent).toContain('try 1 in 8 s')
    expect(wall.textContent).not.toContain('first picture')
  })

  test.each([
    ['due', { attempt: 3, nextTryAt: NOW + 8000 }, 'try 4 in 8 s'],
    ['running', { attempt: 4, nextTryAt: null }, 'trying now, try 4'],
  ])('counts the try that is %s', (_, link, said) => {
    const { wall } = show(stateOf({ queues: [support] }), {
      status: { freshness: 'stale', trueAt: TRUE_AT, links: [{ ...lost, ...link }] },
    })
    expect(wall.textContent).toContain(said)
  })

  test('names the server when it is the server that is gone', () => {
    show(stateOf({ queues: [support] }), { status: { freshness: 'stale', trueAt: TRUE_AT, socket: 'disconnected' } })
    expect(screen.getByText('No answer from the server')).toBeTruthy()
  })

  test('becomes solid again with the first live picture', async () => {
    const { cache, wall } = show(stateOf({ queues: [support] }), { status: { freshness: 'catchingUp' } })
    expect(wall.dataset.hollow).toBe('')
    await act(async () => cache.setStatus({ freshness: 'live' }))
    expect(wall.dataset.hollow).toBeUndefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('a wall without queues', () => {
  test('says that it connects', () => {
    show({}, { status: { freshness: 'connecting', trueAt: null, links: [] } })
    expect(screen.getByRole('heading', { name: 'Connecting' })).toBeTruthy()
  })

  test('says that the PBX has none', () => {
    show({})
    expect(screen.getByText('Head office is live and has no queues.')).toBeTruthy()
  })

  test('says which names of the address are not known', () => {
    show(stateOf({ queues: [support] }), { names: ['nope', 'neither'] })
    expect(screen.getByText('The address asks for nope, neither.')).toBeTruthy()
  })

  test('says so when the PBX refuses us, with its reason', () => {
    const refused = aLink({ state: 'refused', error: 'Authentication failed' })
    show({}, { status: { freshness: 'connecting', trueAt: null, links: [refused] } })
    expect(screen.getByRole('heading', { name: 'Head office does not let us in' })).toBeTruthy()
    expect(screen.getAllByText('Authentication failed')).not.toHaveLength(0)
  })
})
