'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { TimesOf } from '@/components/agents/times/times'
import { PAPER_WIDTH, usePrinted } from '@/components/desk/use-printed'
import { useTimes } from '@/components/session/use-times'
import type { AgentSpan } from '@/lib/domain/time-line'
import { formatDuration } from '@/lib/i18n/duration'
import type { AgentOfTimeline, AgentTimeline } from '@/lib/protocol/agents'
import { Tip } from '../plot/tip'
import { useColours } from '../plot/use-colours'
import { useWidth } from '../plot/use-width'
import { type View, withInSight, zoomedByKey } from '../plot/zoom'
import { AgentNote } from './agent-note'
import { Lane } from './lane'
import { LaneAxis } from './lane-axis'
import { firstAfter, spanAt } from './spans'
import { useGapsOf } from './use-gaps-of'
import { useStateText } from './use-state-text'

/** The style sheet has the same. */
const ROW = 30
const OVERSCAN = 6
const PADDING = 14
/** The column of names on paper. */
const NAMES = 144
const HEAD = 28
/** Room for what is told of a span. */
const TIP = 96
/** No closer than five minutes. */
export const LEAST_VIEW = 300_000

type LanesProps = {
  line: AgentTimeline
  view: View
  onView: (view: View | null) => void
  onOpen: (opened: TimesOf) => void
}
/** Of whom is told, and what they did then: others may come before them, and what goes on becomes longer, while one looks. */
type Told = { agent: string; at: number }

/** A lane for each agent, of which only those in sight are in the document. */
export function Lanes({ line, view, onView, onOpen }: LanesProps) {
  const t = useTranslations('charts.agents')
  const words = useStateText()
  const times = useTimes()
  const colours = useColours()
  const helpId = useId()
  const box = useRef<HTMLDivElement>(null)
  const lane = useRef<HTMLDivElement>(null)
  const isPrinted = usePrinted()
  const measured = useWidth(lane) ?? 0
  const width = isPrinted ? PAPER_WIDTH - NAMES : measured
  const [focused, setFocused] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [heard, setHeard] = useState('')
  const gapsOf = useGapsOf(line)
  const { agents } = line
  const placeOf = (key: string | null) => agents.findIndex((agent) => keyOf(agent) === key)
  const current = Math.max(0, placeOf(focused))
  const shown = told && toldOf(agents, placeOf(told.agent), Math.max(told.at, line.from))
  const shownAgent = agents[shown?.place ?? current]
  const rows = useVirtualizer({
    count: agents.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
  })
  // On paper nobody can scroll to the others.
  const items = isPrinted ? agents.map((_, index) => ({ index, start: index * ROW })) : rows.getVirtualItems()
  const whole = { from: line.from, to: line.to }
  const spanText = ({ from, to }: AgentSpan) => `${times.timeWithSeconds(from)}–${times.timeWithSeconds(to)}`
  const goTo = (index: number) => {
    const next = Math.min(agents.length - 1, Math.max(0, index))
    setFocused(keyAt(agents, next))
    setTold(null)
    rows.scrollToIndex(next)
    // The row may not be in the document before the list has scrolled to it.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-agent="${next}"]`)?.focus())
  }
  const step = (by: 1 | -1) => {
    const spans = agents[current]?.spans ?? []
    const now = shown?.place === current ? shown.index : firstAfter(spans, view.from) - (by === 1 ? 1 : 0)
    const span = spans[now + by]
    if (!span) return
    setTold({ agent: keyAt(agents, current), at: span.from })
    setHeard(`${words.state(span)}, ${spanText(span)}, ${formatDuration(span.to - span.from)}`)
    onView(withInSight(whole, withInSight(whole, view, span.to), span.from))
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const zoom = event.key === '=' ? '+' : event.key
    const middle = shown ? (shown.span.from + shown.span.to) / 2 : (view.from + view.to) / 2
    if (event.key === 'ArrowDown') goTo(current + 1)
    else if (event.key === 'ArrowUp') goTo(current - 1)
    else if (event.key === 'ArrowRight') step(1)
    else if (event.key === 'ArrowLeft') step(-1)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(agents.length - 1)
    else if (event.key === 'Enter' && shown && shownAgent) onOpen(timeOfSpan(shownAgent, shown.span))
    else if (event.key === 'Escape') setTold(null)
    else if (zoom === '+' || zoom === '-' || zoom === '0') onView(zoomedByKey(whole, view, zoom, middle, LEAST_VIEW))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const x = (at: number) => Math.min(width, Math.max(0, ((at - view.from) / (view.to - view.from)) * width))
  const nameWidth = (box.current?.clientWidth ?? width) - width
  return (
    <div className="charts-lanes-box">
      <p id={helpId} className="ui-hidden">
        {t('help')}
      </p>
      <div className="charts-lanes-head">
        <span />
        <div ref={lane}>
          <LaneAxis view={view} width={width} />
        </div>
      </div>
      <div ref={box} className="charts-lanes">
        <ul style={isPrinted ? {} : { height: rows.getTotalSize() }} aria-label={t('title')}>
          {items.map(({ index, start }) => {
            const agent = agents[index]
            if (!agent) return null
            return (
              <li key={keyOf(agent)} style={isPrinted ? {} : { transform: `translateY(${start}px)` }}>
                <button
                  type="button"
                  className="ui-cut"
                  data-agent={index}
                  tabIndex={index === current ? 0 : -1}
                  aria-describedby={helpId}
                  aria-label={t('sums', { name: agent.name, parts: words.sums(agent.spans) })}
                  onKeyDown={press}
                  onFocus={() => setFocused(keyOf(agent))}
                >
                  <bdi>{agent.name}</bdi>
                </button>
                <Lane
                  {...{ agent, view, width, colours }}
                  gaps={gapsOf(agent.pbx)}
                  chosen={shown?.place === index ? shown.span : null}
                  onChoose={(span) => onOpen(timeOfSpan(agent, span))}
                  onPoint={(span) => setTold(span && { agent: keyOf(agent), at: span.from })}
                />
              </li>
            )
          })}
        </ul>
      </div>
      {shown && (
        <Tip
          title={words.state(shown.span)}
          rows={[[shown.name, formatDuration(shown.span.to - shown.span.from)]]}
          note={spanText(shown.span)}
          left={PADDING + nameWidth + x(shown.span.from)}
          right={PADDING + nameWidth + x(shown.span.to)}
          width={2 * PADDING + nameWidth + width}
          top={topOf(shown.place, box.current)}
        />
      )}
      {shownAgent && <AgentNote agent={shownAgent} onOpen={onOpen} />}
      <p className="ui-hidden" aria-live="polite">
        {heard}
      </p>
    </div>
  )
}

/** What a span is a part of: the agent's time in that state, of a pause for that reason. */
function timeOfSpan({ interface: agent }: AgentOfTimeline, { state, reason }: AgentSpan): TimesOf {
  return { time: state, agent, ...(state === 'paused' && { reason }) }
}

function keyOf({ pbx, interface: iface }: AgentOfTimeline): string {
  return `${pbx} ${iface}`
}

function keyAt(agents: readonly AgentOfTimeline[], place: number): string {
  const agent = agents[place]
  return agent ? keyOf(agent) : ''
}

/** What somebody did then; `null`: nothing that is known. */
function toldOf(agents: readonly AgentOfTimeline[], place: number, at: number) {
  const agent = agents[place]
  const index = agent ? spanAt(agent.spans, at) : null
  if (!agent || index === null) return null
  const span = agent.spans[index]
  return span ? { place, name: agent.name, index, span } : null
}

/** Below the lane that is told of, or above it, where there is no room. */
function topOf(agent: number, box: HTMLElement | null): number {
  const top = HEAD + agent * ROW - (box?.scrollTop ?? 0)
  return top + ROW + TIP > HEAD + (box?.clientHeight ?? 0) && top > TIP ? top - TIP : top + ROW + 4
}
