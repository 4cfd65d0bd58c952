'use client'

import { useId, useMemo, useState } from 'react'
import type uPlot from 'uplot'
import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Distribution } from '@/lib/protocol/distributions'
import { figureText } from '../../figure-text'
import type { Opened } from '../../history-view'
import { CursorBox } from '../plot/cursor-box'
import { Plot } from '../plot/plot'
import { Tip } from '../plot/tip'
import { foldBins, type SpreadBar, shareBelow } from './fold-bins'
import { middleOf, spreadPlot } from './spread-plot'

/** As many bars as can be told apart. */
const MOST = 48

type SpreadBarsProps = {
  spread: Distribution
  thresholds: readonly number[]
  onOpen?: ((opened: Opened) => void) | undefined
}

/** The chart itself, from bar to bar by pointer or arrow keys; a click or Enter opens those who are in it. */
export function SpreadBars({ spread, thresholds, onOpen }: SpreadBarsProps) {
  const t = useTranslations('charts.spread')
  const locale = useLocale() as Locale
  const summaryId = useId()
  const [cursor, setCursor] = useState<number | null>(null)
  const [drawn, setDrawn] = useState<{ plot: uPlot } | null>(null)
  const { bins, series, of } = spread
  const lines = thresholds.join()
  const { bars, make, data } = useMemo(() => {
    const drawnLines = lines === '' ? [] : lines.split(',').map(Number)
    const folded = foldBins({ bins, series }, MOST, Math.max(0, ...drawnLines))
    const texts = {
      count: (count: number) => formatCount(locale, Math.abs(count)),
      threshold: (ms: number) => t('threshold', { time: formatDuration(ms) }),
    }
    const middles = folded.map((bar) => middleOf(bar, folded))
    const alignedData: uPlot.AlignedData = [middles, middles.map(() => 0)]
    return {
      bars: folded,
      data: alignedData,
      make: spreadPlot({ bars: folded, thresholds: drawnLines, texts, onPoint: setCursor }),
    }
  }, [bins, series, lines, locale, t])
  const bar = cursor === null ? undefined : bars[cursor]
  const title = (one: SpreadBar) =>
    one.to === null
      ? t('longer', { from: formatDuration(one.from) })
      : t('between', { from: formatDuration(one.from), to: formatDuration(one.to) })
  const rows = (one: SpreadBar): [string, string][] =>
    series.map(({ kind }) => [t(kind === 'talk' ? 'talks' : kind), formatCount(locale, one.counts[kind] ?? 0)])
  const share = (index: number) => {
    const below = shareBelow(bars, index, of === 'talk' ? 'talk' : 'answered')
    if (below === null || bars[index]?.to === null) return null
    return t(of === 'talk' ? 'withinTalk' : 'within', { share: figureText('lossRate', below, locale) })
  }
  // The end of each must have been seen: those whose end is not known are in no bar.
  const choose = () => {
    if (!bar || !onOpen || Object.values(bar.counts).every((count) => count === 0)) return
    const took = { from: bar.from, to: bar.to }
    onOpen(
      of === 'talk' ? { figure: 'averageTalk', of: { talk: took } } : { figure: 'averageWait', of: { wait: took } },
    )
  }
  const note = cursor === null ? null : share(cursor)
  const told = bar && [title(bar), ...rows(bar).map((one) => one.join(' ')), ...(note ? [note] : [])].join(', ')
  const edge = (ms: number) => (drawn ? drawn.plot.over.offsetLeft + drawn.plot.valToPos(ms, 'x') : 0)
  return (
    <div className="charts-plot">
      <p id={summaryId} className="ui-hidden">
        {series
          .filter(({ count }) => count > 0)
          .map(({ kind, count, medianMs, p90Ms }) =>
            t('summary', {
              kind: t(kind === 'talk' ? 'talks' : kind),
              count: formatCount(locale, count),
              median: formatDuration(medianMs ?? 0),
              p90: formatDuration(p90Ms ?? 0),
            }),
          )
          .join(' ')}
      </p>
      <CursorBox
        label={t(of === 'talk' ? 'cursorTalk' : 'cursorWait')}
        describedBy={summaryId}
        count={bars.length}
        cursor={cursor}
        text={told ?? ''}
        onCursor={setCursor}
        {...(onOpen && { onChoose: choose })}
      >
        {drawn && bar && <SpreadColumn plot={drawn.plot} bar={bar} bars={bars} />}
        <Plot make={make} data={data} onDrawn={(plot) => setDrawn(plot && { plot })} />
        {drawn && bar && (
          <Tip
            title={title(bar)}
            rows={rows(bar)}
            note={note}
            left={edge(bar.from)}
            right={edge(2 * middleOf(bar, bars) - bar.from)}
            width={drawn.plot.width}
          />
        )}
      </CursorBox>
    </div>
  )
}

function SpreadColumn({ plot, bar, bars }: { plot: uPlot; bar: SpreadBar; bars: readonly SpreadBar[] }) {
  const { offsetLeft, offsetTop, offsetHeight } = plot.over
  const [begin, end] = [plot.valToPos(bar.from, 'x'), plot.valToPos(2 * middleOf(bar, bars) - bar.from, 'x')]
  const style = { left: offsetLeft + begin, width: end - begin, top: offsetTop, height: offsetHeight }
  return <div className="charts-column" style={style} />
}
