'use client'

import { useTranslations } from 'use-intl'
import { CallerWords } from '@/components/history/visits/caller-words'
import { Elapsed } from '@/components/live/ticking'
import type { RecordColumn } from '@/components/records/order'
import { useTimes } from '@/components/session/use-times'
import type { ChannelNow, PhoneNow } from '@/lib/domain/house-figure'
import type { Mailbox } from '@/lib/domain/mailbox'
import type { ParkedCall } from '@/lib/domain/parking'
import { longest } from '../live/live-members'

/** Columns of parked calls, mailboxes, channels of trunks and phones. */
export function useHouseColumns() {
  const t = useTranslations('history.house')
  const times = useTimes()
  const at = (moment: number | null) => (moment === null ? '–' : times.timeWithSeconds(moment))
  const sinceOf = { id: 'since', label: t('column.since'), isFigure: true }
  const parked: readonly RecordColumn<ParkedCall>[] = [
    {
      ...{ id: 'who', label: t('column.who'), value: ({ name, number }) => name ?? number },
      cell: ({ name, number }) => <CallerWords name={name} number={number} />,
    },
    {
      ...{ id: 'since', label: t('column.parked'), isFigure: true, value: ({ parkedAt }) => longest(parkedAt) },
      cell: ({ parkedAt }) => <Elapsed since={parkedAt} />,
    },
    { id: 'slot', label: t('column.slot'), isFigure: true, value: ({ slot }) => slot },
    {
      ...{ id: 'back', label: t('column.back'), isFigure: true, value: ({ timesOutAt }) => timesOutAt },
      cell: ({ timesOutAt }) => at(timesOutAt),
    },
    { id: 'by', label: t('column.by'), value: ({ parkedBy }) => parkedBy, cell: (one) => <bdi>{one.parkedBy}</bdi> },
  ]
  const mailboxes: readonly RecordColumn<Mailbox>[] = [
    { id: 'whose', label: t('column.whose'), value: ({ name }) => name, cell: ({ name }) => <bdi>{name ?? '–'}</bdi> },
    { id: 'mailbox', label: t('column.mailbox'), value: ({ mailbox }) => mailbox },
    { id: 'new', label: t('column.new'), isFigure: true, value: ({ newMessages }) => newMessages },
    { id: 'urgent', label: t('column.urgent'), isFigure: true, value: ({ urgentMessages }) => urgentMessages },
    { id: 'old', label: t('column.old'), isFigure: true, value: ({ oldMessages }) => oldMessages },
    {
      ...{ id: 'changed', label: t('column.changed'), isFigure: true, value: ({ changedAt }) => changedAt },
      cell: ({ changedAt }) => (changedAt === null ? '–' : times.dayAndTime(changedAt)),
    },
  ]
  const channels: readonly RecordColumn<ChannelNow>[] = [
    {
      ...{ id: 'who', label: t('column.who'), value: (one) => one.otherName ?? one.otherNumber ?? one.otherEndpoint },
      cell: (one) => <OtherEnd channel={one} />,
    },
    {
      ...{ ...sinceOf, value: ({ since }) => longest(since) },
      cell: ({ since }) => <Elapsed since={since} />,
    },
    { id: 'state', label: t('column.state'), value: ({ state }) => t(`state.${state}`) },
    { id: 'trunk', label: t('column.trunk'), value: ({ trunk }) => trunk, cell: ({ trunk }) => <bdi>{trunk}</bdi> },
  ]
  const phones: readonly RecordColumn<PhoneNow>[] = [
    { id: 'number', label: t('column.number'), value: ({ number }) => number },
    { id: 'whose', label: t('column.whose'), value: ({ name }) => name, cell: ({ name }) => <bdi>{name ?? '–'}</bdi> },
    {
      ...{ ...sinceOf, value: ({ since }) => longest(since) },
      cell: ({ since }) => <Elapsed since={since} />,
    },
    {
      ...{ id: 'state', label: t('column.state') },
      value: ({ states }) => states.map((state) => t(`state.${state}`)).join(', '),
    },
  ]
  return { parked, mailboxes, channels, phones }
}

/** Who is at the other end of a trunk's channel: a number, a phone of the house, or nobody but the PBX. */
function OtherEnd({ channel: { otherName, otherNumber, otherEndpoint } }: { channel: ChannelNow }) {
  const t = useTranslations('history.house')
  if (otherName === null && otherNumber === null) return <bdi>{otherEndpoint ?? t('pbxItself')}</bdi>
  return <CallerWords name={otherName} number={otherNumber} />
}
