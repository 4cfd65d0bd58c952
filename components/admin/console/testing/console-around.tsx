import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { aQueue } from '@/lib/domain/testing/records'
import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import type { ConsoleAction, ConsoleAnswer, ConsoleState } from '@/lib/protocol/admin/console'
import { ConsolePage } from '../console-page'

/** An action that only reads, unless told otherwise. */
export const action = (name: string, change: Partial<ConsoleAction> = {}): ConsoleAction => ({
  ...{ name, summary: `${name} does it.`, about: '', privileges: [], parameters: [], list: null, versions: ['22'] },
  ...{ danger: 'none', dangerousClass: null, seeAlso: [], block: null, known: true },
  ...change,
})
/** A parameter: text unless told otherwise. */
export const parameter = (name: string, change: Partial<CatalogueParameter> = {}): CatalogueParameter => ({
  ...{ name, type: 'text', required: false, repeated: false, values: [], about: `About ${name}.`, versions: ['22'] },
  ...change,
})
/** One of each kind. */
const ACTIONS = [
  action('Command', { block: 'class', dangerousClass: 'command' }),
  action('Hangup', { danger: 'harms', parameters: [parameter('Channel', { required: true })] }),
  action('OldAction', { block: 'notOffered' }),
  action('Originate', {
    danger: 'changes',
    parameters: [
      parameter('Channel', { type: 'interface', required: true }),
      parameter('Async', { type: 'boolean' }),
      parameter('Codecs', { type: 'choice', values: ['alaw', 'ulaw'] }),
      parameter('Variable', { type: 'variables', repeated: true }),
      parameter('Secret', { type: 'secret' }),
    ],
  }),
  action('QueueStatus', { parameters: [parameter('Queue', { type: 'queue' })] }),
]
const STATE: ConsoleState = {
  ...{ pbx: 'main', label: 'Head office', state: 'ready', why: null, allowed: [], actions: ACTIONS },
  account: {
    host: 'pbx.test',
    port: 5038,
    username: 'callboard',
    isTls: false,
    isHttp: false,
    http: 'http://pbx.test:8088/rawman',
  },
}
/** A list with one item, whose text is hostile. */
export const ANSWER: ConsoleAnswer = {
  ...{ action: 'QueueStatus', pbx: 'main', outcome: 'success', text: 'Will follow', at: 1, ms: 7, cut: null },
  messages: [
    {
      kind: 'response',
      name: 'Success',
      headers: [
        ['Response', 'Success'],
        ['EventList', 'start'],
      ],
    },
    {
      kind: 'event',
      name: 'QueueParams',
      headers: [
        ['Event', 'QueueParams'],
        ['Queue', '<img src=x onerror=alert(1)>'],
      ],
    },
    {
      kind: 'event',
      name: 'QueueStatusComplete',
      headers: [
        ['Event', 'x'],
        ['EventList', 'Complete'],
      ],
    },
  ],
  sent: btoa('Action: QueueStatus\r\n\r\n'),
  received: btoa('Response: Success\r\n\r\n'),
}

export type Answers = Record<string, { status?: number; body?: unknown }>
let people = 0

/** Shows the page to an administrator; gives what it asked of the server. */
export async function showConsole(
  answers: Answers = {},
  state: Partial<ConsoleState> = {},
  action: string | null = null,
) {
  const known: Answers = {
    'GET /api/v1/admin/console': { body: { ...STATE, ...state } },
    'POST /api/v1/admin/console/run': { body: ANSWER },
    ...answers,
  }
  const asked = stubApi(({ method, path }) => known[`${method} ${path}`] ?? { status: 404 })
  const queue = aQueue('support')
  const cache = new FixtureCache({ queues: { [queue.id]: queue } })
  // Somebody new each time, as what is kept outlives a test.
  const viewer = aViewer('admin', { id: `root-${people++}` })
  await act(async () => {
    render(
      <DeskAround viewer={viewer} cache={cache}>
        <ConsolePage action={action} />
      </DeskAround>,
    )
  })
  await waitFor(() => expect(screen.queryByText('Loading')).toBeNull())
  return asked
}

/** What was to be run. */
export const runs = (asked: readonly Asked[]) =>
  asked.filter(({ path }) => path.endsWith('/run')).map(({ body }) => body)
export const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label)
export const give = (label: string | RegExp, value: string) =>
  act(async () => fireEvent.change(field(label), { target: { value } }))
