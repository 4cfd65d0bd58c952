// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Viewer } from '@/lib/protocol/viewer'
import { DialPage } from './dial-page'

vi.mock('next/navigation', () => ({ usePathname: () => '/dial', useRouter: () => ({ push() {} }) }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A call that the server has placed, and that can be ended. */
const underway: Omit<Receipt, 'id'> = {
  type: 'dial',
  subject: { who: '201', queue: null, value: null },
  startedAt: 0,
  state: 'underway',
  steps: [],
  reason: null,
  detail: null,
  cancellable: true,
  undo: null,
}

function open(to: string, viewer: Viewer = aViewer('agent')) {
  const asked = stubApi(() => ({ status: 500 }))
  render(
    <DeskAround viewer={viewer}>
      <DialPage to={to} />
    </DeskAround>,
  )
  return asked
}

const call = () => screen.getByRole('button', { name: 'Call' })

test('a link is shown and not dialled, until somebody says so', async () => {
  const asked = open('tel:+49-30-1234567')
  expect(screen.getByText('+49301234567')).toBeTruthy()
  expect(document.activeElement).toBe(call())
  expect(asked).toEqual([])
  await act(async () => fireEvent.click(call()))
  expect(asked[0]?.body).toMatchObject({ command: { type: 'dial', to: '+49301234567' } })
})

test('what is no number is not dialled, and stays to be mended', async () => {
  const asked = open('Anna <script>')
  await act(async () => fireEvent.click(call()))
  expect(screen.getByRole('alert').textContent).toBe('This is no number that can be dialled.')
  expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('Anna <script>')
  expect(asked).toEqual([])
})

test('who may not dial is told so', async () => {
  const asked = open('201', aViewer('display'))
  expect(screen.getAllByText('Your rights do not allow dialling.')).not.toEqual([])
  await act(async () => fireEvent.click(call()))
  expect(asked).toEqual([])
})

test('a double click dials, and does not end the call by the button that then stands there', async () => {
  const asked = stubApi(({ body }) => ({ body: { ...underway, id: (body as { id: string }).id } }))
  render(
    <DeskAround viewer={aViewer('agent')}>
      <DialPage to="201" />
    </DeskAround>,
  )
  await act(async () => fireEvent.click(call(), { detail: 1 }))
  const end = await screen.findByRole('button', { name: 'End the call' })
  await act(async () => fireEvent.click(end, { detail: 2 }))
  expect(asked.map(({ body }) => body)).toMatchObject([{ command: { type: 'dial' } }])
  await act(async () => fireEvent.click(end, { detail: 1 }))
  expect(asked[1]?.body).toMatchObject({ command: { type: 'cancel' } })
})
