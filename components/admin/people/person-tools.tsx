'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import type { AdminAccount } from '@/lib/protocol/admin/accounts'
import { endedSchema } from '@/lib/protocol/admin/sessions'
import { ProblemNote } from '../problem-note'
import { useRemoval } from '../use-removal'
import { usePeopleActions } from './use-people-admin'

type PersonToolsProps = { person: AdminAccount; onGone: () => void; onLink: (path: string) => void }
type Doing = 'link' | 'twoFactor' | 'sessions' | 'remove'

/** What is done to an account at once, each after a question: nothing of it waits for "save". */
export function PersonTools({ person, onGone, onLink }: PersonToolsProps) {
  const t = useTranslations('admin')
  const [asking, setAsking] = useState<Doing | null>(null)
  const { run, problem, told } = useTools(person, onGone, onLink)
  const name = person.displayName || person.name
  return (
    <fieldset className="admin-set">
      <legend>{t('tools.title')}</legend>
      <ProblemNote error={problem} />
      <div className="admin-row">
        <Button icon="link" onClick={() => setAsking('link')}>
          {t(person.hasPassword ? 'tools.reset' : 'tools.invite')}
        </Button>
        <Button
          icon="shield"
          why={person.hasTwoFactor ? null : t('tools.noTwoFactor')}
          onClick={() => setAsking('twoFactor')}
        >
          {t('tools.twoFactor')}
        </Button>
        <Button icon="logOut" onClick={() => setAsking('sessions')}>
          {t('tools.sessions')}
        </Button>
        <Button icon="trash" look="danger" onClick={() => setAsking('remove')}>
          {t('tools.remove')}
        </Button>
      </div>
      {told !== null && <p role="status">{t('sessions.ended', { count: told })}</p>}
      {asking && (
        <Confirm
          open
          onClose={() => setAsking(null)}
          title={t(`tools.ask.${asking}`, { name })}
          text={t(`tools.about.${asking}`)}
          verb={t(`tools.verb.${asking}`)}
          look={asking === 'link' ? 'primary' : 'danger'}
          onConfirm={() => void run(asking)}
        />
      )}
    </fieldset>
  )
}

function useTools({ id }: AdminAccount, onGone: () => void, onLink: (path: string) => void) {
  const path = `/api/v1/admin/accounts/${id}`
  const { link } = usePeopleActions()
  const removal = useRemoval('accounts')
  const client = useQueryClient()
  const [problem, setProblem] = useState<unknown>(null)
  const [told, setTold] = useState<number | null>(null)
  const work: Record<Doing, () => Promise<void>> = {
    link: async () => onLink((await link(id)).path),
    twoFactor: () => removal.mutateAsync(`${path}/two-factor`),
    sessions: async () => {
      const parse = (value: unknown) => endedSchema.parse(value).ended
      setTold(await fetchJson(`${path}/sessions`, parse, { method: 'DELETE' }))
      await client.invalidateQueries({ queryKey: ['admin', 'sessions'] })
    },
    remove: async () => {
      await removal.mutateAsync(path)
      onGone()
    },
  }
  const run = (doing: Doing) => {
    setProblem(null)
    return work[doing]().catch(setProblem)
  }
  return { run, problem, told }
}
