import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { LinkHealth, LinkState } from '@/lib/domain/link'
import type { AmiStats } from './ami/options'
import type { WriterState } from './history/writer-state'
import type { GatewayStats } from './socket/stats'
import { DIFFERENCE_KINDS } from './store/session/differences'
import type { SessionStats } from './store/session-stats'
import type { LiveStore } from './store/types'

type MetricSources = {
  store: Pick<LiveStore, 'links' | 'onFlush'> & { stats(): { lastFlushMs: number; recordsChanged: number } }
  gateway(): GatewayFigures
  visits(): VisitFigures
  /** Of each PBX, by its name. */
  pbxs: ReadonlyMap<string, { ami(): AmiFigures; session(): SessionFigures }>
}
type GatewayFigures = Pick<
  GatewayStats,
  'sockets' | 'views' | 'bufferedBytes' | 'diffs' | 'snapshots' | 'bytesSent' | 'cutBrowsers'
>
type VisitFigures = Pick<WriterState, 'waiting' | 'lost'>
type AmiFigures = Pick<AmiStats, 'receivedBytes' | 'messages' | 'attempts'>
type SessionFigures = Pick<SessionStats, 'events' | 'resyncs' | 'audits' | 'auditDifferences' | 'clockAheadMs'>

/** Figures for Prometheus, all named `callboard_…` beside Node's own (event-loop lag, memory, garbage collection). */
export type Metrics = { contentType: string; render(): Promise<string> }

const STATES: readonly LinkState[] = ['connecting', 'syncing', 'live', 'lost', 'refused']
/** In seconds, around the flush interval of 0.1 s: what takes longer holds up the next. */
const FLUSH_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  linkGauges(registry, () => sources.store.links.values())
  flushMetrics(registry, sources.store)
  gatewayMetrics(registry, sources.gateway)
  visitMetrics(registry, sources.visits)
  pbxMetrics(registry, sources.pbxs)
  return { contentType: registry.contentType, render: () => registry.metrics() }
}

function linkGauges(registry: Registry, links: () => Iterable<LinkHealth>): void {
  gauge(registry, 'pbx_link_state', 'State of the link: 1 for the present one.', ['pbx', 'state'], function* () {
    for (const { pbx, state } of links()) {
      for (const name of STATES) yield [{ pbx, state: name }, Number(state === name)]
    }
  })
  const heard = 'When the picture of the PBX was last known to be true, in seconds since 1970.'
  gauge(registry, 'pbx_heard_timestamp_seconds', heard, ['pbx'], function* () {
    for (const { pbx, heardAt } of links()) if (heardAt !== null) yield [{ pbx }, heardAt / 1000]
  })
}

function flushMetrics(registry: Registry, store: MetricSources['store']): void {
  const name = 'callboard_flush_duration_seconds'
  const help = 'Time of one flush, from the records that changed to the last browser.'
  const histogram = new Histogram({ name, help, buckets: FLUSH_BUCKETS, registers: [registry] })
  // The store knows a flush's time only after its last listener.
  store.onFlush(() => queueMicrotask(() => histogram.observe(store.stats().lastFlushMs / 1000)))
  counter(registry, 'records_changed_total', 'Records that flushes told of.', [], function* () {
    yield [{}, store.stats().recordsChanged]
  })
}

function gatewayMetrics(registry: Registry, stats: () => GatewayFigures): void {
  const one = (pick: (figures: GatewayFigures) => number) =>
    function* (): Readings {
      yield [{}, pick(stats())]
    }
  const bytes = 'Bytes that wait for browsers to read them.'
  gauge(
    registry,
    'sockets',
    'Browsers connected.',
    [],
    one((figures) => figures.sockets),
  )
  gauge(
    registry,
    'views',
    'Distinct views that browsers look at.',
    [],
    one((figures) => figures.views),
  )
  gauge(
    registry,
    'socket_buffered_bytes',
    bytes,
    [],
    one((figures) => figures.bufferedBytes),
  )
  counter(
    registry,
    'diffs_total',
    'Diffs serialised, once per view.',
    [],
    one((figures) => figures.diffs),
  )
  counter(
    registry,
    'snapshots_total',
    'Snapshots sent.',
    [],
    one((figures) => figures.snapshots),
  )
  counter(
    registry,
    'sent_bytes_total',
    'Bytes sent to browsers.',
    [],
    one((figures) => figures.bytesSent),
  )
  counter(
    registry,
    'cut_browsers_total',
    'Browsers cut because they read nothing.',
    [],
    one((figures) => figures.cutBrowsers),
  )
}

function visitMetrics(registry: Registry, visits: MetricSources['visits']): void {
  const waiting = 'Visits that wait to be written down; they grow while the database takes none.'
  gauge(registry, 'visits_waiting', waiting, [], function* () {
    yield [{}, visits().waiting]
  })
  const lost = 'Visits lost because more waited than can: figures are missing them.'
  counter(registry, 'visits_lost_total', lost, [], function* () {
    yield [{}, visits().lost]
  })
}

function pbxMetrics(registry: Registry, pbxs: MetricSources['pbxs']): void {
  counter(registry, 'ami_received_bytes_total', 'Bytes received from the PBX.', ['pbx'], function* () {
    for (const [pbx, { ami }] of pbxs) yield [{ pbx }, ami().receivedBytes]
  })
  counter(registry, 'ami_messages_total', 'Messages received from the PBX.', ['pbx'], function* () {
    for (const [pbx, { ami }] of pbxs) yield [{ pbx }, ami().messages]
  })
  counter(registry, 'ami_attempts_total', 'Connections to the PBX that were tried.', ['pbx'], function* () {
    for (const [pbx, { ami }] of pbxs) yield [{ pbx }, ami().attempts]
  })
  counter(registry, 'pbx_events_total', 'Events and list items understood, by type.', ['pbx', 'type'], function* () {
    for (const [pbx, { session }] of pbxs) {
      for (const [type, count] of Object.entries(session().events)) yield [{ pbx, type }, count]
    }
  })
  const ahead = 'How far the clock of the PBX is ahead of ours, in seconds; 0 while they agree to a second.'
  gauge(registry, 'pbx_clock_ahead_seconds', ahead, ['pbx'], function* () {
    for (const [pbx, { session }] of pbxs) yield [{ pbx }, session().clockAheadMs / 1000]
  })
  counter(registry, 'resyncs_total', 'Times the whole picture was read anew.', ['pbx'], function* () {
    for (const [pbx, { session }] of pbxs) yield [{ pbx }, session().resyncs]
  })
  counter(registry, 'audits_total', 'Background comparisons with the PBX.', ['pbx'], function* () {
    for (const [pbx, { session }] of pbxs) yield [{ pbx }, session().audits]
  })
  const found = 'Differences between the picture and the PBX that the audit found and healed.'
  counter(registry, 'audit_differences_total', found, ['pbx', 'kind'], function* () {
    for (const [pbx, { session }] of pbxs) {
      // A kind that never was stands at 0, so that an alert on its growth sees the first one too.
      const { auditDifferences } = session()
      for (const kind of DIFFERENCE_KINDS) yield [{ pbx, kind }, auditDifferences[kind] ?? 0]
    }
  })
}

type Readings = Iterable<readonly [labels: Record<string, string>, value: number]>

function gauge(registry: Registry, name: string, help: string, labelNames: string[], read: () => Readings): void {
  const collect = () => {
    for (const [labels, value] of read()) metric.set(labels, value)
  }
  const metric = new Gauge({ name: `callboard_${name}`, help, labelNames, registers: [registry], collect })
}

/** A counter that is kept elsewhere, read when asked for. */
function counter(registry: Registry, name: string, help: string, labelNames: string[], read: () => Readings): void {
  const collect = () => {
    metric.reset()
    for (const [labels, value] of read()) metric.inc(labels, value)
  }
  const metric = new Counter({ name: `callboard_${name}`, help, labelNames, registers: [registry], collect })
}
