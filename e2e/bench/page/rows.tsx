import { memo, type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { LiveProvider, useTicker } from '@/components/live/live-context'
import type { Ticker } from '@/components/live/ticker'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecord } from '@/components/live/use-live'
import type { Message } from '@/lib/client/connection'
import { createLiveCache } from '@/lib/client/live-cache'
import { emptyLiveState } from '@/lib/domain/live-state'
import { aMember, stateOf } from '@/lib/domain/testing/records'
import { formatDuration } from '@/lib/i18n/duration'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'

/** A page of 1,000 rows on the product's own cache, hooks and ticker; only the socket is played by hand. */

const ROWS = 1000
const GROUP = 50
const START = 1_800_000_000_000

let rendered = 0
let elapsed = 0
let ticker: Ticker | undefined

const members = Array.from({ length: ROWS }, (_, i) =>
  aMember('support', `agent-${String(i).padStart(4, '0')}`, { activitySince: START - i * 1000 }),
)
const ids = members.map(({ id }) => id)
const groups = Array.from({ length: ROWS / GROUP }, (_, group) => ids.slice(group * GROUP, (group + 1) * GROUP))

const Row = memo(function Row({ id }: { id: string }) {
  rendered += 1
  const member = useLiveRecord('members', id)
  if (!member) return null
  return (
    <li>
      {member.name} <b>{member.callsTaken}</b> <Elapsed since={member.activitySince} />
    </li>
  )
})

const Group = memo(function Group({ members }: { members: readonly string[] }) {
  rendered += 1
  return (
    <ul>
      {members.map((id) => (
        <Row key={id} id={id} />
      ))}
    </ul>
  )
})

function Page() {
  rendered += 1
  ticker = useTicker()
  return groups.map((group) => <Group key={group[0]} members={group} />)
}

const setters: ((calls: number) => void)[] = []

const BareRow = memo(function BareRow({ index }: { index: number }) {
  const [calls, setCalls] = useState(0)
  setters[index] = setCalls
  return (
    <li>
      agent <b>{calls}</b> <time>0:00</time>
    </li>
  )
})

const BareGroup = memo(function BareGroup({ group }: { group: number }) {
  return (
    <ul>
      {Array.from({ length: GROUP }, (_, i) => (
        <BareRow key={ids[i]} index={group * GROUP + i} />
      ))}
    </ul>
  )
})

function BarePage() {
  return groups.map((group, i) => <BareGroup key={group[0]} group={i} />)
}

/** Opens the page; resolves when all rows are there. */
export async function open(): Promise<void> {
  let send: (message: Message) => void = () => {}
  const state = { ...emptyLiveState(), ...stateOf({ members }) }
  const cache = createLiveCache({
    queues: null,
    inflate: async () => state,
    surroundings: {
      steadyNow: () => elapsed,
      wallNow: () => START + elapsed,
      every: () => () => {},
      onWake: () => () => {},
      onOffline: () => () => {},
    },
    connect(_, listener) {
      send = listener.onMessage
      queueMicrotask(listener.onUp)
      return { subscribe() {}, resync() {}, restart() {}, close() {} }
    },
  })
  cache.connect()
  await Promise.resolve()
  send({ type: 'hello', protocol: PROTOCOL_VERSION, build: 'bench', now: START })
  send({ type: 'snapshot', epoch: 'e', seq: 0, now: START, packed: new Uint8Array() })
  await new Promise((resolve) => setTimeout(resolve))
  beat = () => send({ type: 'heartbeat', epoch: 'e', seq, now: START + elapsed, pbx: [] })
  beat()
  if (cache.status().freshness !== 'live') throw new Error(`The page is ${cache.status().freshness}`)
  draw(
    <LiveProvider cache={cache}>
      <Page />
    </LiveProvider>,
  )
  draw(<BarePage />)
  sendDiff = (diff) => send(diff)
}

function draw(page: ReactNode): void {
  const root = document.createElement('main')
  document.body.append(root)
  flushSync(() => createRoot(root).render(page))
}

let sendDiff: (diff: Message) => void = () => {}
let beat: () => void = () => {}
let seq = 0
let changed = 0

type Cost = { ms: number; renders: number }

/** Browsers tell time to 0.1 ms only, so changes are timed by the dozen. */
const BATCH = 20

/** The median of many samples: what a busy machine takes away in between does not count. */
function timed(samples: number, per: number, work: () => void, after: () => void = () => {}): Cost {
  rendered = 0
  const times: number[] = []
  for (let i = 0; i < samples; i++) {
    const before = performance.now()
    for (let k = 0; k < per; k++) work()
    times.push((performance.now() - before) / per)
    after()
  }
  times.sort((one, other) => one - other)
  return { ms: times[Math.floor(samples / 2)] ?? 0, renders: rendered / samples / per }
}

/** F2: one record changes; the message is taken in and the row drawn anew. */
export function changeRows(samples: number): Cost {
  return timed(samples, BATCH, () => {
    const id = ids[(seq * 7) % ROWS] ?? ''
    const diff = { members: { patch: { [id]: { callsTaken: seq + 1 } } } }
    flushSync(() => sendDiff({ type: 'diff', epoch: 'e', from: seq, to: ++seq, diff }))
  })
}

/** The least that React does for a row: its own state changes, in the same groups, without a cache or a message. */
export function changeStates(samples: number): Cost {
  return timed(samples, BATCH, () => {
    changed += 1
    flushSync(() => setters[(changed * 7) % ROWS]?.(changed))
  })
}

/** F3: seconds pass with 1,000 timers on the page. */
export function passSeconds(samples: number): Cost {
  elapsed += 1000
  return timed(
    samples,
    1,
    () => ticker?.tick(),
    () => {
      const first = document.querySelector('time')?.textContent
      if (first !== formatDuration(elapsed)) throw new Error(`After ${elapsed} ms the first timer says ${first}`)
      nextSecond()
    },
  )
}

/** The least there is to do: the same texts into the same nodes, and nothing else. */
export function setTexts(samples: number): Cost {
  const nodes = Array.from(document.querySelectorAll('time'), (time) => time.firstChild as Text).slice(0, ROWS)
  elapsed += 1000
  return timed(
    samples,
    1,
    () => {
      const now = START + elapsed
      nodes.forEach((node, row) => {
        node.data = formatDuration(now - START + row * 1000)
      })
    },
    nextSecond,
  )
}

function nextSecond(): void {
  beat()
  elapsed += 1000
}
