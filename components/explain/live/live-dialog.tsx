'use client'

import { useTranslations } from 'use-intl'
import { useViewer } from '@/components/session/viewer'
import { Dialog } from '@/components/ui/dialog'
import { isOfAgents, isOfCallers } from '@/lib/domain/live-figure'
import { supervises } from '@/lib/domain/rights'
import { formatExplained } from '../explain-address'
import { type ExplainedNow, explainStore } from '../explain-store'
import { useLabel } from '../use-label'
import { AsteriskNote } from './asterisk-note'
import { LiveAgents } from './live-agents'
import { LiveCallers } from './live-callers'
import { LiveMembers } from './live-members'
import '../explain-dialog.css'

type LiveDialogProps = {
  explained: ExplainedNow
  /** Its address does not tell of it: leads to where one does. */
  isElsewhere: boolean
}

/** Who is in a figure of this moment. It goes on with the picture, as the figure itself does. */
export function LiveDialog({ explained, isElsewhere }: LiveDialogProps) {
  const t = useTranslations('history.live')
  const isLed = supervises(useViewer()) && isElsewhere
  const { live } = explained
  return (
    <Dialog
      open
      size="wide"
      title={t('title', { queue: useLabel(explained) })}
      onClose={() => explainStore.set(null)}
      footer={
        isLed && (
          <a className="ui-button" href={`/supervise?${formatExplained(explained)}`}>
            {t('supervise')}
          </a>
        )
      }
    >
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1}>
        {isOfCallers(live) ? (
          <LiveCallers figure={live} explained={explained} />
        ) : isOfAgents(live) ? (
          <LiveAgents figure={live} explained={explained} />
        ) : (
          <LiveMembers figure={live} explained={explained} />
        )}
        <AsteriskNote explained={explained} />
      </div>
    </Dialog>
  )
}
