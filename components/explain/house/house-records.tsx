'use client'

import { useLocale, useTranslations } from 'use-intl'
import type { RecordColumn } from '@/components/records/order'
import { formatCount } from '@/components/wall/numbers'
import { isOfPhones } from '@/lib/domain/house-figure'
import type { Locale } from '@/lib/i18n/locale'
import type { HouseExplanation } from '@/lib/protocol/house-explanation'
import { unreachable } from '@/lib/unreachable'
import type { ExplainedHouse } from '../explain-store'
import { LiveRecords } from '../live/live-records'
import { HOUSE_PATH, paramsOf } from './use-house'
import { useHouseColumns } from './use-house-columns'
import { useRoomColumns } from './use-room-columns'

type HouseRecordsProps = { told: HouseExplanation; explained: ExplainedHouse }

/** A figure of the house over what it counts. */
export function HouseRecords({ told, explained }: HouseRecordsProps) {
  const t = useTranslations('history.house')
  const name = useTranslations('explain')(`of.${told.figure}`)
  const locale = useLocale() as Locale
  const { figure } = told
  const of = {
    ...{ name, value: formatCount(locale, told.value), at: told.now },
    ...{ madeOf: t(`madeOf.${figure}`), file: { path: HOUSE_PATH, params: paramsOf(explained) } },
  }
  const columns = useHouseColumns()
  const ofRooms = useRoomColumns()
  const list = <R extends { id: string }>(
    records: readonly R[],
    columns: readonly RecordColumn<R>[],
    begins: string,
  ) => (
    <LiveRecords
      {...{ ...of, records, columns, begins }}
      keyOf={({ id }) => id}
      none={t(figure === 'channels' && told.value > 0 ? 'noChannels' : 'none')}
    />
  )
  if (isOfPhones(figure)) return list(told.phones, columns.phones, figure === 'phones.ready' ? 'number' : 'since')
  switch (figure) {
    case 'parked':
      return list(told.parkedCalls, columns.parked, 'since')
    case 'rooms':
      return list(told.rooms, ofRooms.rooms, 'since')
    case 'participants':
      return list(told.participants, ofRooms.people, 'since')
    case 'messages':
      return list(told.mailboxes, columns.mailboxes, 'new')
    case 'channels':
      return list(told.channels, columns.channels, 'since')
    default:
      return unreachable(figure)
  }
}
