'use client'

import { type MouseEvent, useId, useMemo, useState } from 'react'
import type uPlot from 'uplot'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { formatCount, formatPercent } from '@/components/wall/numbers'
import { unseenParts } from '@/lib/domain/gap'
import type { Locale } from '@/lib/i18n/locale'
import { offeredOf } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import type { Listed, Opened } from '../../history-view'
import { CursorBox } from '../plot/cursor-box'
import { Plot } from '../plot/plot'
import { Tip } from '../plot/tip'
import { useAxisText } from '../plot/use-axis-text'
import { type View, withInSight, zoomedByKey } from '../plot/zoom'
import { barsOf, barsPerLevel, seriesOf } from './bars'
import type { TimeStep } from './step'
import { drawnTargets } from './targets'
import { timePlot } from './time-plot'
import { useBarFigures } from './use-bar-figures'
import { useBarTitle } from './use-bar-title'
import { useTimeSummary } from './use-time-summary'

type TimeBarsProps = {
  report: Report
  step: TimeStep
  targets: readonly number[]
  onOpen?: ((opened: Opened | Listed) => void) | undefined
}
/** No closer than so many bars. */
const CLOSEST = 3
/** A click so near the line of the level, CSS px, means the line and not the bar below it. */
const NEAR = 10

/** The chart itself: a pointer or the arrow keys go from bar to bar, a drag or + and - come closer; a click or Enter opens what was offered, or the level. */
export function TimeBars({ report, step, targets, onOpen }: TimeBarsProps) {
  const t = useTranslations('charts')
  const locale = useLocale() as Locale
  const summaryId = useId()
  const [zoom, setZoom] = useState<View | null>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const [drawn, setDrawn] = useState<{ plot: uPlot } | null>(null)
  const { from, to, timeZone, rows } = report
  const gaps = useMemo(() => report.gaps.flatMap(unseenParts), [report])
  const axisText = useAxisText(timeZone)
  const title = useBarTitle(timeZone, report, step)
  const figures = useBarFigures().told
  const bars = useMemo(() => barsOf(rows), [rows])
  const [begin, end] = [zoom?.from ?? from, zoom?.to ?? to]
  const perLevel = barsPerLevel(bars, { from: begin, to: end })
  const data = useMemo((): uPlot.AlignedData => {
    const [x, offered, level] = seriesOf(bars, perLevel)
    return [x, offered, level, level]
  }, [bars, perLevel])
  const lines = drawnTargets(targets).join()
  const make = useMemo(() => {
    const drawnLines = lines === '' ? [] : lines.split(',').map(Number)
    const span = { from: begin, to: end }
    const texts = {
      axisText,
      areDays: step === 'day',
      countText: (count: number) => formatCount(locale, count),
      percentText: (percent: number) => formatPercent(locale, percent),
    }
    return timePlot({ bars, gaps, targets: drawnLines, span, ...texts, onPoint: setCursor, onZoom: setZoom })
  }, [bars, gaps, lines, begin, end, axisText, step, locale])
  const least = CLOSEST * Math.min(...bars.slice(0, 3).map((bar) => bar.to - bar.from))
  const bar = cursor === null ? undefined : bars[cursor]
  const told = bar && figures(bar)
  const choose = (event: MouseEvent | null) => {
    if (!bar || !onOpen) return
    const of = { from: bar.from, to: bar.to }
    if (offeredOf(bar.tally) === 0) {
      if (bar.turnedAway > 0) onOpen({ list: 'turnedAway', of })
      return
    }
    const level = cursor === null ? null : (data[2]?.[cursor] ?? null)
    const isLevel = event !== null && drawn !== null && level !== null && isNear(drawn.plot, level, event.clientY)
    onOpen({ figure: isLevel ? 'serviceLevel' : 'offered', of })
  }
  const go = (next: number | null) => {
    setCursor(next)
    const middle = next === null ? undefined : data[0][next]
    if (zoom && middle !== undefined) setZoom(withInSight({ from, to }, zoom, middle))
  }
  return (
    <div className="charts-plot">
      <p id={summaryId} className="ui-hidden">
        {useTimeSummary(report, title, bars)}
      </p>
      <CursorBox
        label={t('overTime')}
        describedBy={summaryId}
        count={bars.length}
        cursor={cursor}
        text={bar && told ? `${title(bar)}: ${told.map((one) => one.join(' ')).join(', ')}` : t('noPlace')}
        onCursor={go}
        onChoose={choose}
        onZoom={(key) => {
          const around = (cursor === null ? undefined : data[0][cursor]) ?? (begin + end) / 2
          setZoom(zoomedByKey({ from, to }, { from: begin, to: end }, key, around, least))
        }}
      >
        {drawn && bar && <Column plot={drawn.plot} bar={bar} />}
        <Plot make={make} data={data} onDrawn={(plot) => setDrawn(plot && { plot })} />
        {drawn && bar && told && cursor !== null && (
          <>
            <Mark plot={drawn.plot} at={data[0][cursor] ?? 0} level={data[2]?.[cursor] ?? null} />
            <Tip
              title={title(bar)}
              rows={told}
              left={xOf(drawn.plot, bar.from)}
              right={xOf(drawn.plot, bar.to)}
              width={drawn.plot.width}
            />
          </>
        )}
      </CursorBox>
      {zoom && (
        <Button className="charts-whole" size="sm" icon="minus" onClick={() => setZoom(null)}>
          {t('whole')}
        </Button>
      )}
    </div>
  )
}

function isNear(plot: uPlot, level: number, clientY: number): boolean {
  return Math.abs(clientY - plot.over.getBoundingClientRect().top - plot.valToPos(level, '%')) < NEAR
}

function xOf(plot: uPlot, moment: number): number {
  return plot.over.offsetLeft + plot.valToPos(moment, 'x')
}

/** Behind the bar that is told of. */
function Column({ plot, bar }: { plot: uPlot; bar: View }) {
  const [left, right] = [Math.max(plot.over.offsetLeft, xOf(plot, bar.from)), xOf(plot, bar.to)]
  const style = { left, width: right - left, top: plot.over.offsetTop, height: plot.over.offsetHeight }
  return <div className="charts-column" style={style} />
}

/** On the line of the level. */
function Mark({ plot, at, level }: { plot: uPlot; at: number; level: number | null }) {
  if (level === null) return null
  return (
    <div
      className="charts-mark"
      style={{ left: xOf(plot, at), top: plot.over.offsetTop + plot.valToPos(level, '%') }}
    />
  )
}
