'use client'

import { useTranslations } from 'use-intl'
import { RecordsDialog } from '@/components/records/records-dialog'
import { useListed } from '@/components/records/use-listed'
import { missedRingsSchema } from '@/lib/protocol/missed-rings'
import { useMissedColumns } from './use-missed-columns'
import '@/components/history/visits/visits.css'
import '../agents.css'

export type MissedDialogProps = {
  /** Interface; `null`: all agents together. */
  agent: string | null
  /** Their name, as far as it is known before the answer comes. */
  name: string | null
  /** Of which queues and when, in words. */
  when: string
  /** Of which queues and when. */
  params: URLSearchParams
  everyMs: number | false
  /** Where history shows the same. */
  history?: string
  onClose: () => void
}

/** An agent's rings in vain, one by one, with what became of each caller. */
export function MissedDialog({ agent, name, when, params: asked, everyMs, history, onClose }: MissedDialogProps) {
  const t = useTranslations('agents')
  const params = new URLSearchParams(asked)
  if (agent !== null) params.set('agent', agent)
  const listed = useListed({
    ...{ key: ['agents', 'missed'], path: '/api/v1/missedRings', params, everyMs },
    parse: (value) => missedRingsSchema.parse(value),
  })
  const { data } = listed.answer
  const columns = useMissedColumns(data)
  const whose = name ?? data?.agent?.name ?? agent ?? t('times.everybody')
  return (
    <RecordsDialog
      title={t('times.title', { figure: t('figure.missed'), agent: whose, when })}
      label={t('figure.missed')}
      what={t('missed.what')}
      none={{ icon: 'phoneMissed', title: t('missed.none') }}
      {...{ listed, columns, onClose }}
      keyOf={({ visit, ring }) => `${visit} ${ring}`}
      footer={
        history && (
          <a className="ui-button" href={history}>
            {t('times.history')}
          </a>
        )
      }
    />
  )
}
