'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { SearchField } from '@/components/ui/field'
import type { AdminAccount } from '@/lib/protocol/admin/accounts'
import { AdminFrame } from '../admin-frame'
import { ToldOnce } from '../told-once'
import { PeopleTable } from './people-table'
import { PersonPanel } from './person-panel'
import { useAccounts } from './use-people-admin'

/** Whom the form is for: somebody by id, somebody new, nobody. */
type Chosen = string | 'new' | null

/** People, their rights and their phones. */
export function PeoplePage() {
  const t = useTranslations('admin')
  const { data, error, refetch } = useAccounts()
  const [text, setText] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const { chosen, wanted, choose, leave, stay, setDirty } = useChosen()
  const person = data?.find(({ id }) => id === chosen) ?? null
  const found = data?.filter((account) => matches(account, text)) ?? []
  return (
    <AdminFrame
      part="people"
      tools={
        <Button icon="plus" look="primary" onClick={() => choose('new')}>
          {t('people.new')}
        </Button>
      }
    >
      <div className="admin-two" data-open={chosen === null ? undefined : ''}>
        <section className="ui-panel">
          <header>
            <h2>{t('part.people')}</h2>
            <span className="ui-count">{data?.length}</span>
            <SearchField
              className="ui-end"
              label={t('people.search')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </header>
          {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
          {data && found.length === 0 && <Empty icon="users" title={t('people.none')} />}
          {found.length > 0 && <PeopleTable people={found} chosen={chosen} onChoose={choose} />}
        </section>
        {(chosen === 'new' || person) && (
          <PersonPanel
            key={chosen}
            person={person}
            onDirty={setDirty}
            onClose={() => choose(null)}
            onGone={() => leave(null)}
            onLink={(path) => setLink(window.location.origin + path)}
            onMade={(id) => leave(id)}
          />
        )}
      </div>
      <Confirm
        open={wanted !== undefined}
        onClose={stay}
        title={t('unsaved.title')}
        text={t('unsaved.text')}
        verb={t('unsaved.leave')}
        onConfirm={() => leave(wanted ?? null)}
      />
      {link && <ToldOnce title={t('link.title')} text={t('link.text')} secret={link} onClose={() => setLink(null)} />}
    </AdminFrame>
  )
}

/** Whoever is typed about is not left without asking. */
function useChosen() {
  const [chosen, setChosen] = useState<Chosen>(null)
  const [wanted, setWanted] = useState<Chosen | undefined>()
  const [dirty, setDirty] = useState(false)
  const leave = (next: Chosen) => {
    setDirty(false)
    setWanted(undefined)
    setChosen(next)
  }
  const choose = (next: Chosen) => (dirty && next !== chosen ? setWanted(next) : leave(next))
  return { chosen, wanted, choose, leave, stay: () => setWanted(undefined), setDirty }
}

function matches({ name, displayName, role, phones }: AdminAccount, text: string): boolean {
  const words = [name, displayName, role, ...phones.flatMap((phone) => [phone.interface, phone.exten ?? ''])]
  return words.some((word) => word.toLowerCase().includes(text.trim().toLowerCase()))
}
