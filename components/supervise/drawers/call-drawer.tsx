'use client'

import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import type { CallParty } from '@/lib/domain/call'
import { useCallRow, useDesk } from '../desk-context'
import { momentsOfCall } from '../model/changes'
import { CallStateIcon, useCallStateText } from '../panels/calls-panel'
import { CallButtons } from './call-buttons'
import { Story } from './story'
import { Gone, Who } from './who'

/** A call: both sides, its story, and what may be done. */
export function CallDrawer({ id }: { id: string }) {
  const t = useTranslations('supervise')
  const stateText = useCallStateText()
  const row = useCallRow(id)
  const { stores } = useDesk()
  if (!row) return <Gone id={id} title={t('drawer.call')} />
  const { call } = row
  const agentId = row.agentId
  return (
    <>
      <Who
        name={
          <>
            <bdi>{row.firstName ?? t('withheld')}</bdi>, <bdi>{row.secondName ?? t('nobodyYet')}</bdi>
          </>
        }
        state={
          <>
            <CallStateIcon state={call.state} />
            {stateText(call)}
          </>
        }
        figure={<Elapsed since={call.stateSince ?? call.startedAt} />}
      />
      <section>
        <h3>
          {t('drawer.parties')}
          <span className="ui-end">
            {t(`drawer.direction.${call.direction}`)}
            {row.queueLabel !== null && (
              <>
                , <bdi>{row.queueLabel}</bdi>
              </>
            )}
          </span>
        </h3>
        <Party party={call.from} />
        {call.to && <Party party={call.to} />}
        {agentId !== null && (
          <button
            type="button"
            className="link"
            onClick={() => stores.set({ opened: { kind: 'agents', id: agentId } })}
          >
            <Icon name="headset" />
            <bdi>{row.firstName}</bdi>
            <Icon name="chevronRight" className="dim3" />
          </button>
        )}
        {call.recording !== null && (
          <p className="st">
            <Icon name="record" className="hit-critical" />
            {t(`drawer.recording.${call.recording}`)}
          </p>
        )}
      </section>
      <section>
        <h3>{t('drawer.actions')}</h3>
        <CallButtons row={row} all />
      </section>
      <Story id={id} told={momentsOfCall(call)} />
    </>
  )
}

export function Party({ party }: { party: CallParty }) {
  const t = useTranslations('supervise')
  return (
    <p className="party">
      <b>
        <bdi>{party.name ?? party.number ?? t('withheld')}</bdi>
      </b>{' '}
      {party.name !== null && party.number !== null && <NumberLink number={party.number} />}
    </p>
  )
}
