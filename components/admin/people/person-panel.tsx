'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { Button, IconButton } from '@/components/ui/button'
import { type AdminAccount, adminAccountSchema } from '@/lib/protocol/admin/accounts'
import { ProblemNote } from '../problem-note'
import { UnsavedGuard } from '../unsaved-guard'
import { useRefusedFields } from '../use-refused-fields'
import { accountOf, type PersonFields, personFields } from './person-fields'
import { PersonForm } from './person-form'
import { PersonTools } from './person-tools'
import { usePeopleActions } from './use-people-admin'

type PersonPanelProps = {
  /** `null`: somebody new. */
  person: AdminAccount | null
  onDirty: (dirty: boolean) => void
  onClose: () => void
  /** Deleted. */
  onGone: () => void
  /** A one-time link was made. */
  onLink: (path: string) => void
  onMade: (id: string) => void
}

/** One person: who, which rights, which phones. */
export function PersonPanel(props: PersonPanelProps) {
  const { person, onClose } = props
  const t = useTranslations('admin')
  const { form, save, problem, theirs, takeTheirs, keepMine } = usePersonForm(props)
  const { isDirty, isSubmitting } = form.formState
  return (
    <section className="ui-panel" aria-label={t('people.one')}>
      <header>
        <h2>
          <bdi>{person ? person.displayName || person.name : t('people.new')}</bdi>
        </h2>
        <IconButton icon="close" label={t('close')} look="ghost" className="ui-end" onClick={onClose} />
      </header>
      <form onSubmit={(event) => void save(event)} noValidate>
        <UnsavedGuard dirty={isDirty} />
        <div className="admin-body">
          <ProblemNote error={problem} />
          {theirs && (
            <p className="admin-note">
              <Button onClick={takeTheirs}>{t('conflict.takeTheirs')}</Button>
              <Button onClick={keepMine}>{t('conflict.keepMine')}</Button>
            </p>
          )}
          <PersonForm form={form} isNew={person === null} />
          {person && <PersonTools person={person} onGone={props.onGone} onLink={props.onLink} />}
        </div>
        <footer className="admin-foot">
          <Button type="submit" look="primary" busy={isSubmitting} why={isDirty ? null : t('nothingChanged')}>
            {t(person ? 'save' : 'people.create')}
          </Button>
          {isDirty && person && <Button onClick={() => form.reset()}>{t('discard')}</Button>}
        </footer>
      </form>
    </section>
  )
}

function usePersonForm({ person, onDirty, onLink, onMade }: PersonPanelProps) {
  const { create, change } = usePeopleActions()
  // What was read first stays the ground of what is typed, however often the list is read again.
  const [ground, setGround] = useState(person)
  const [problem, setProblem] = useState<unknown>(null)
  const [theirs, setTheirs] = useState<AdminAccount | null>(null)
  const form = useForm<PersonFields>({ defaultValues: personFields(ground) })
  const showRefused = useRefusedFields(form, samePath)
  const { isDirty } = form.formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  const settle = (next: AdminAccount) => {
    setGround(next)
    setProblem(null)
    setTheirs(null)
    form.reset(personFields(next))
  }
  const send = async (fields: PersonFields, base: AdminAccount | null) => {
    const account = accountOf(fields)
    if (base !== null) {
      const { isDisabled } = fields
      settle(await change(base.id, { ...account, isDisabled, changedAt: base.changedAt }))
    } else {
      const made = await create(account)
      onMade(made.account.id)
      onLink(made.link.path)
    }
  }
  const sendTo = (base: AdminAccount | null) => async (fields: PersonFields) => {
    try {
      await send(fields, base)
    } catch (error) {
      setProblem(error)
      setTheirs(currentOf(error))
      showRefused(error)
    }
  }
  return {
    form,
    problem,
    theirs,
    save: (event: FormEvent) => form.handleSubmit(sendTo(ground))(event),
    takeTheirs: () => theirs && settle(theirs),
    keepMine: () => theirs && void form.handleSubmit(sendTo(theirs))(),
  }
}

function samePath(path: string): string {
  return path === '' ? 'root' : path
}

/** The account as it is now, when it changed since it was read. */
function currentOf(error: unknown): AdminAccount | null {
  if (!(error instanceof ApiProblem) || error.more.code !== 'changed-since') return null
  return adminAccountSchema.safeParse(error.more.current).data ?? null
}
