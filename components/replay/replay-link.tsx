'use client'

import { useTranslations } from 'use-intl'
import { useViewer } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import { may } from '@/lib/domain/rights'
import '@/components/ui/css/controls.css'

/** Leads to a moment on the wall of then, for who may see it. `at` `null`: the last; `queue`: Asterisk's name. */
export function ReplayLink({ at, queue }: { at: number | null; queue?: string }) {
  const t = useTranslations('desk')
  const viewer = useViewer()
  if (!may(viewer, 'replay.see')) return null
  const address = new URLSearchParams({
    ...(at !== null && { t: new Date(at).toISOString() }),
    ...(queue !== undefined && { queues: queue }),
  })
  return (
    <a className="ui-button" href={`/replay?${address}`}>
      <Icon name="again" />
      {t(at === null ? 'replay' : 'replayMoment')}
    </a>
  )
}
