'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Segmented } from '@/components/ui/segmented'
import { formatCount } from '@/components/wall/numbers'
import type { MemberState } from '@/lib/domain/member'
import { useDeskView, usePicture } from '../desk-context'
import { STATES } from '../model/desk-view'

/** How many agents are in each state; a press shows those alone. */
export function StateFilter() {
  const t = useTranslations('supervise')
  const locale = useLocale()
  const { view, setView } = useDeskView()
  const crew = usePicture((picture) => picture.crew)
  const count = usePicture(({ agentCount }) => agentCount)
  const shown = STATES.filter((state) => crew[state] > 0 || view.state === state)
  const all = { value: 'all' as const, label: `${t('allStates')} ${formatCount(locale, count)}` }
  const options = shown.map((state) => ({
    value: state,
    label: formatCount(locale, crew[state]),
    icon: state,
    iconClass: `s-${state}`,
    name: `${t(`state.${state}`)} ${formatCount(locale, crew[state])}`,
  }))
  return (
    <Segmented<MemberState | 'all'>
      label={t('column.state')}
      value={view.state ?? 'all'}
      onChange={(value) => setView({ ...view, state: value === 'all' ? null : value })}
      options={[all, ...options]}
    />
  )
}
