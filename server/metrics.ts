import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { LinkHealth, LinkState } from '@/lib/domain/link'
import type { LiveStore } from './store/types'

/** What the gateway tells of itself. */
export type GatewayFigures = { sockets: number; bufferedBytes: number; diffs: number; snapshots: number }

export type MetricSources = {
  store: Pick<LiveStore, 'links' | 'onFlush'> & { stats(): { lastFlushMs: number } }
  gateway(): GatewayFigures
}

/** Figures for Prometheus, all named `callboard_…` beside Node's own (event-loop lag, memory, garbage collection). */
export type Metrics = {
  contentType: string
  render(): Promise<string>
  /** A message arrived from a PBX. */
  countMessage(pbx: string): void
  /** The audit found the picture to differ from the PBX, and healed it. */
  countDifference(pbx: string, kind: string, count?: number): void
}

const STATES: readonly LinkState[] = ['connecting', 'syncing', 'live', 'lost', 'refused']
/** Around the flush interval of 100 ms: what takes longer than it holds up the next. */
const FLUSH_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  linkGauges(registers, () => sources.store.links.values())
  flushMetrics(registers, sources.store)
  gatewayMetrics(registers, sources.gateway)
  const messages = new Counter({
    name: 'callboard_ami_messages_total',
    help: 'Messages received from the PBX: events, list items and responses.',
    labelNames: ['pbx'],
    registers,
  })
  const differences = new Counter({
    name: 'callboard_audit_differences_total',
    help: 'Differences between the live picture and the PBX that the background audit found and healed.',
    labelNames: ['pbx', 'kind'],
    registers,
  })
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    countMessage: (pbx) => messages.inc({ pbx }),
    countDifference: (pbx, kind, count = 1) => differences.inc({ pbx, kind }, count),
  }
}

function linkGauges(registers: Registry[], links: () => Iterable<LinkHealth>): void {
  new Gauge({
    name: 'callboard_pbx_link_state',
    help: 'State of the link to the PBX: 1 for the present state, 0 for the others.',
    labelNames: ['pbx', 'state'],
    registers,
    collect() {
      for (const link of links()) {
        for (const state of STATES) this.set({ pbx: link.pbx, state }, Number(link.state === state))
      }
    },
  })
  new Gauge({
    name: 'callboard_pbx_heard_timestamp_seconds',
    help: 'When the picture of the PBX was last known to be true, in seconds since 1970.',
    labelNames: ['pbx'],
    registers,
    collect() {
      for (const { pbx, heardAt } of links()) if (heardAt !== null) this.set({ pbx }, heardAt / 1000)
    },
  })
}

function flushMetrics(registers: Registry[], store: MetricSources['store']): void {
  const name = 'callboard_flush_duration_seconds'
  const histogram = new Histogram({ name, help: 'Time of one flush to all views.', buckets: FLUSH_BUCKETS, registers })
  // The store knows a flush's time only after its last listener.
  store.onFlush(() => queueMicrotask(() => histogram.observe(store.stats().lastFlushMs / 1000)))
}

function gatewayMetrics(registers: Registry[], figures: () => GatewayFigures): void {
  new Gauge({
    name: 'callboard_sockets',
    help: 'Browsers connected.',
    registers,
    collect() {
      this.set(figures().sockets)
    },
  })
  new Gauge({
    name: 'callboard_socket_buffered_bytes',
    help: 'Bytes that wait for slow browsers.',
    registers,
    collect() {
      this.set(figures().bufferedBytes)
    },
  })
  countSent(registers, 'callboard_diffs_total', 'Diffs serialised, once per view.', () => figures().diffs)
  countSent(registers, 'callboard_snapshots_total', 'Snapshots sent.', () => figures().snapshots)
}

/** A counter that is kept elsewhere: set anew at each reading. */
function countSent(registers: Registry[], name: string, help: string, value: () => number): void {
  new Counter({
    name,
    help,
    registers,
    collect() {
      this.reset()
      this.inc(value())
    },
  })
}
