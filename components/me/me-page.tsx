'use client'

import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { NotificationSwitch } from '@/components/pop-up/notification-switch'
import { Colleagues } from './colleagues'
import { LostCallers } from './lost-callers'
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
          <LostCallers />
          <Colleagues />
        </div>
      </div>
    </DeskPage>
  )
}
