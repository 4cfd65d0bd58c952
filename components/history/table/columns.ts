import { UNANSWERED } from '@/lib/kpi/endings'
import type { Figure } from '@/lib/kpi/figures'
import type { Report } from '@/lib/protocol/visits'
import { figureIn } from '../sums'

export type Row = Report['rows'][number]
/** What a row counts: itself, or all of them. */
export type Counted = Pick<Row, 'tally' | 'level' | 'endings' | 'turnedAway'>
export type Column = {
  id: string
  /** What a cell opens, and how its value is told; `null`: a count that is no figure of visits. */
  figure: Figure | null
  unit: Figure
  /** Stands below the heading of the unanswered. */
  isUnanswered: boolean
  value: (row: Counted) => number | null
}

const ENDING_FIGURE: Readonly<Record<(typeof UNANSWERED)[number], Figure>> = {
  ...{ hungUp: 'lost', timedOut: 'lost', noAgents: 'lost', lost: 'lost' },
  ...{ key: 'other', withdrawn: 'other', moved: 'other' },
}

function ofFigure(figure: Figure): Column {
  return { id: figure, figure, unit: figure, isUnanswered: false, value: (row) => figureIn(figure, row) }
}

const IN_TIME: Column = {
  ...{ id: 'answeredInTime', figure: 'serviceLevel', unit: 'answered', isUnanswered: false },
  value: ({ tally }) => tally.answeredInTime,
}
const TURNED_AWAY: Column = {
  ...{ id: 'turnedAway', figure: null, unit: 'answered', isUnanswered: false },
  value: ({ turnedAway }) => turnedAway,
}
const ENDINGS: readonly Column[] = UNANSWERED.map(
  (ending): Column => ({
    ...{ id: ending, figure: ENDING_FIGURE[ending], unit: 'lost', isUnanswered: true },
    value: ({ endings }) => endings[ending],
  }),
)
/** Seldom, and therefore only where there are any. */
const SELDOM: ReadonlySet<string> = new Set(['lost', 'moved', 'unknown', 'turnedAway'])

/** Offered is answered and each ending of the unanswered, side by side; then what is divided. */
const ALL: readonly Column[] = [
  ...[ofFigure('offered'), ofFigure('answered'), IN_TIME, ...ENDINGS, ofFigure('unknown'), TURNED_AWAY],
  ...[ofFigure('serviceLevel'), ofFigure('averageWait'), ofFigure('longestWait'), ofFigure('averageTalk')],
]

/** The columns of a table of sums, those left out that would say nothing. */
export function columnsFor(all: Counted): readonly Column[] {
  return ALL.filter(({ id, value }) => !SELDOM.has(id) || (value(all) ?? 0) > 0)
}

export type Order = { by: string; isDown: boolean } | null

/** Rows in the order of a column; what has no value comes last, whichever way. `label`: by the row's own name. */
export function ordered(rows: readonly Row[], order: Order, columns: readonly Column[], nameOf: (row: Row) => string) {
  if (order === null) return rows
  const turn = order.isDown ? -1 : 1
  if (order.by === 'label') return rows.toSorted((a, b) => turn * nameOf(a).localeCompare(nameOf(b)))
  const value = columns.find(({ id }) => id === order.by)?.value
  if (!value) return rows
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
    return turn * (one - other)
  })
}
