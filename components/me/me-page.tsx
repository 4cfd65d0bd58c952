'use client'

import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { Explainer } from '@/components/explain/explainer'
import { LostPanel } from '@/components/lost/lost-panel'
import { NotificationSwitch } from '@/components/pop-up/notification-switch'
import { useMay } from '@/components/session/viewer'
import { Colleagues } from './colleagues'
import { MyCalls } from './my-calls'
import { MyDay } from './my-day'
import { MyQueues } from './my-queues'
import { MyStatePanel } from './my-state-panel'
import { RecentCalls } from './recent-calls'
import { useRefreshAfterCalls } from './refresh'
import './me.css'

/** The agent's own page. */
export function MePage() {
  const t = useTranslations('me')
  useRefreshAfterCalls()
  const mayHandle = useMay('lost.handle')
  return (
    <DeskPage title={t('title')} figures={<NotificationSwitch />}>
      <div className="me">
        <div className="me-own">
          <MyStatePanel />
          <MyCalls />
          <MyQueues />
        </div>
        <RecentCalls />
        <div className="me-side">
          <MyDay />
          {mayHandle && <LostPanel own />}
          <Colleagues />
        </div>
      </div>
      <Explainer isElsewhere />
    </DeskPage>
  )
}
