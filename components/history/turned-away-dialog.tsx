'use client'

import { useTranslations } from 'use-intl'
import type { RecordColumn } from '@/components/records/order'
import { RecordsDialog } from '@/components/records/records-dialog'
import { useListed } from '@/components/records/use-listed'
import { useTimes } from '@/components/session/use-times'
import { TURNED_AWAY_SORTS, type TurnedAwayView, turnedAwayListSchema } from '@/lib/protocol/turned-away'
import { type Asked, askedParams } from './asked'
import { CallerWords } from './visits/caller-words'

const DAY_MS = 86_400_000
/** A span that ends now goes on: so often it is asked for anew, in ms. */
const ANEW_MS = 20_000

type TurnedAwayDialogProps = {
  asked: Asked
  /** Of whom and when, in words. */
  of: string
  onClose: () => void
}

/** Whom the queues did not let in, one by one. */
export function TurnedAwayDialog({ asked, of, onClose }: TurnedAwayDialogProps) {
  const t = useTranslations('history')
  const listed = useListed({
    ...{ key: ['turnedAway'], path: '/api/v1/turnedAway', params: askedParams({ ...asked, agent: null }) },
    parse: (value) => turnedAwayListSchema.parse(value),
    everyMs: 'window' in asked.span ? ANEW_MS : false,
  })
  const { data } = listed.answer
  const columns = useColumns(data !== undefined && data.to - data.from > DAY_MS)
  return (
    <RecordsDialog
      title={`${t('report.turnedAway')}: ${of}`}
      label={t('report.turnedAway')}
      what={t('report.turnedAwayHint')}
      none={{ icon: 'history', title: t('turnedAway.none') }}
      {...{ listed, columns, onClose }}
      keyOf={({ id }) => id}
    />
  )
}

const WHY = ['FULL', 'JOINEMPTY', 'JOINUNAVAIL'] as const

function useColumns(withDay: boolean): RecordColumn<TurnedAwayView>[] {
  const t = useTranslations('history.turnedAway')
  const times = useTimes()
  const tellWhy = (why: string) => {
    const known = WHY.find((one) => one === why)
    return known ? t(`why.${known}`) : why
  }
  const cells: Record<(typeof TURNED_AWAY_SORTS)[number], Pick<RecordColumn<TurnedAwayView>, 'value' | 'cell'>> = {
    time: { value: ({ at }) => at, cell: ({ at }) => (withDay ? times.dayAndTime(at) : times.timeWithSeconds(at)) },
    queue: { value: ({ queueLabel }) => queueLabel, cell: ({ queueLabel }) => <bdi>{queueLabel ?? t('noQueue')}</bdi> },
    why: { value: ({ why }) => why, cell: ({ why }) => tellWhy(why) },
    number: { value: ({ number }) => number, cell: (one) => <CallerWords name={one.name} number={one.number} /> },
  }
  return TURNED_AWAY_SORTS.map((id) => ({ id, label: t(`column.${id}`), ...cells[id] }))
}
