// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { explainStore } from '@/components/explain/explain-store'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { Role } from '@/lib/domain/rights'
import { aCaller, aLink, aQueue, byId, NOW, stateOf } from '@/lib/domain/testing/records'
import { MyQueues } from './my-queues'

afterEach(() => {
  cleanup()
  explainStore.set(null)
})

function show(role: Role) {
  const queues = [aQueue('support', { label: 'Support' })]
  const state = { ...stateOf({ queues }), callers: byId([aCaller('support', 'Tom')]) }
  render(
    <DeskAround cache={new FixtureCache(state, NOW, { links: [aLink()] })} viewer={aViewer(role)}>
      <MyQueues />
    </DeskAround>,
  )
}

test('who waits in one’s queue opens for those who may see visits, and is a figure to the others', () => {
  show('supervisor')
  fireEvent.click(screen.getByRole('button', { name: 'Waiting, Support: 1. What it is made of' }))
  expect(explainStore.get()).toMatchObject({ live: 'waiting', queues: ['support'] })
  cleanup()
  show('agent')
  expect(screen.queryByRole('button', { name: /made of/ })).toBeNull()
})
