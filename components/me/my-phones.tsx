'use client'

import { useTranslations } from 'use-intl'
import { useViewer } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'

/** The phones that are given to whoever looks; without one, who can change that. */
export function MyPhones() {
  const t = useTranslations('me')
  const { phones } = useViewer()
  if (phones.length === 0) return <p className="me-phones">{t('noPhone')}</p>
  return (
    <ul className="me-phones">
      {phones.map((phone) => (
        <li key={`${phone.pbx} ${phone.interface}`}>
          <Icon name="phone" /> <b>{phone.exten ?? phone.interface}</b> {phone.label && <bdi>{phone.label}</bdi>}
        </li>
      ))}
    </ul>
  )
}
