'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { AdminAccount } from '@/lib/protocol/admin/accounts'
import '@/components/ui/css/cards.css'

type PeopleTableProps = {
  people: readonly AdminAccount[]
  chosen: string | null
  onChoose: (id: string) => void
}

export function PeopleTable({ people, chosen, onChoose }: PeopleTableProps) {
  const t = useTranslations('admin')
  return (
    <div className="admin-scroll ui-cards">
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.role')}</th>
            <th scope="col">{t('people.queues')}</th>
            <th scope="col">{t('people.phones')}</th>
            <th scope="col">{t('people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} aria-selected={person.id === chosen}>
              <td>
                <button type="button" className="admin-open" onClick={() => onChoose(person.id)}>
                  <bdi>{person.displayName || person.name}</bdi>
                </button>{' '}
                <bdi className="admin-dim">{person.name}</bdi>
              </td>
              <td data-label={t('people.role')}>{t(`role.${person.role}`)}</td>
              <td data-label={t('people.queues')}>
                {person.queues === null ? t('people.allQueues') : person.queues.join(', ') || t('people.noQueues')}
              </td>
              <td data-label={t('people.phones')}>
                {person.phones.map((phone) => phone.exten ?? phone.interface).join(', ') || '–'}
              </td>
              <td data-label={t('people.state')}>
                <State person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function State({ person }: { person: AdminAccount }) {
  const t = useTranslations('admin')
  if (person.isDisabled) return <span className="admin-dim">{t('people.off')}</span>
  if (!person.hasPassword && !person.hasOidc) return <span className="admin-dim">{t('people.invited')}</span>
  if (!person.hasTwoFactor) return t('people.active')
  return (
    <>
      <Icon name="shield" className="admin-good" /> {t('people.twoFactor')}
    </>
  )
}
