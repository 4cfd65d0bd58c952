import { expect, test } from 'vitest'
import { aLink } from '@/lib/domain/testing/records'
import { LinkHistory } from './link-history'

const said = (history: LinkHistory) => history.read().map(({ what, detail, times }) => [what, detail, times])

test('each state is a turn with its reason, the newest first; that it is live needs none', () => {
  const history = new LinkHistory()
  history.follow(aLink({ state: 'connecting', since: 1 }), 1)
  history.follow(aLink({ state: 'lost', since: 2, error: 'connect ECONNREFUSED' }), 2)
  history.follow(aLink({ state: 'live', since: 3, error: 'old' }), 3)
  expect(said(history)).toEqual([
    ['live', null, 1],
    ['lost', 'connect ECONNREFUSED', 1],
    ['connecting', null, 1],
  ])
})

test('tries that fail alike are one turn that came again; another reason is another turn', () => {
  const history = new LinkHistory()
  const fail = (error: string) => {
    history.follow(aLink({ state: 'lost', error, nextTryAt: 9 }), 1)
    history.follow(aLink({ state: 'lost', error, nextTryAt: null }), 2)
  }
  for (let tries = 0; tries < 5; tries++) fail('ECONNREFUSED')
  fail('EHOSTUNREACH')
  expect(said(history)).toEqual([
    ['lost', 'EHOSTUNREACH', 1],
    ['lost', 'ECONNREFUSED', 5],
  ])
})

test('what happens to Asterisk meanwhile does not begin a state anew', () => {
  const history = new LinkHistory()
  history.follow(aLink({ state: 'live' }), 1)
  history.add({ at: 2, what: 'reloaded', detail: 'app_queue.so', times: 1 })
  history.follow(aLink({ state: 'live' }), 3)
  expect(history.read().map(({ what }) => what)).toEqual(['reloaded', 'live'])
})

test('a link that comes and goes for days fills no memory', () => {
  const history = new LinkHistory()
  for (let turn = 0; turn < 1000; turn++)
    history.follow(aLink({ state: turn % 2 ? 'live' : 'lost', since: turn, error: 'EPIPE' }), turn)
  expect([history.read().length, history.read()[0]?.at]).toEqual([200, 999])
})
