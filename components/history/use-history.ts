import type { Figure } from '@/lib/kpi/figures'
import { type Explanation, explanationSchema, type Report, reportSchema } from '@/lib/protocol/visits'
import { type Asked, askedParams } from './asked'
import type { Cut } from './history-view'
import { type Progress, useProgress } from './use-progress'

/** The sums of what is asked, one row for each piece. `null` asks for nothing. */
export function useReport(asked: Asked | null, by: Cut): Progress<Report> {
  const params = askedParams(asked ?? NOTHING)
  params.set('by', by)
  const parse = (value: unknown) => reportSchema.parse(value)
  return useProgress({ key: ['report', by], path: '/api/v1/reports', params, parse, asked })
}

const NOTHING: Asked = { span: { from: 0, to: 0 }, queues: [], agent: null }

/** What a figure is made of. */
export function useExplanation(asked: Asked, figure: Figure): Progress<Explanation> {
  const params = askedParams(asked)
  params.set('figure', figure)
  const parse = (value: unknown) => explanationSchema.parse(value)
  return useProgress({ key: ['explain', figure], path: '/api/v1/explain', params, parse, asked })
}
