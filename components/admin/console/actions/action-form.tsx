'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { Button, IconButton } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import type { ConsoleAction, ConsoleState } from '@/lib/protocol/admin/console'
import { needsConfirmation } from '@/lib/protocol/admin/console-danger'
import { useMemory, useProblemText } from '../use-console'
import { ActionAbout } from './action-about'
import { BlockNote } from './block-note'
import { type Draft, EMPTY_DRAFT, fieldAt, type Headers, headersOf } from './draft'
import { useHarmText } from './harm'
import { OtherHeaders } from './other-headers'
import { ParameterField } from './parameter-field'

type ActionFormProps = {
  action: ConsoleAction | null
  state: ConsoleState
  draft: Draft
  onDraft: (draft: Draft) => void
  onRun: (action: ConsoleAction, headers: Headers, confirmed: boolean) => void
  onOpen: (name: string) => void
  /** Back to the list, where there is no room for both. */
  onClose: () => void
  isRunning: boolean
  error: unknown
}

/** The form of one action, built from its parameters. Ctrl+Enter runs it. */
export function ActionForm({ action, ...rest }: ActionFormProps) {
  const t = useTranslations('console')
  if (action === null) {
    return (
      <section className="ui-panel console-form">
        <Empty icon="console" title={t('choose')} hint={t('chooseHint')} />
      </section>
    )
  }
  return <Form action={action} {...rest} />
}

function Form(props: ActionFormProps & { action: ConsoleAction }) {
  const { action, state, draft, onDraft, onRun, onOpen, onClose, isRunning, error } = props
  const t = useTranslations('console')
  const [asking, setAsking] = useState(false)
  const form = useRef<HTMLElement>(null)
  const headers = headersOf(action, draft)
  const wrong = wrongField(action, draft, error)
  const isOff = action.block !== null || isRunning
  const submit = () => {
    if (isOff) return
    if (needsConfirmation(action, headers)) setAsking(true)
    else onRun(action, headers, false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }
  const setValues = (name: string, values: readonly string[]) =>
    onDraft({ ...draft, values: { ...draft.values, [name]: values } })
  return (
    <section className="ui-panel console-form" aria-label={action.name} ref={form} onKeyDown={press}>
      <FormHead action={action} onClose={onClose} />
      <BlockNote action={action} />
      <div className="console-fields">
        {action.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            values={draft.values[parameter.name] ?? []}
            onChange={(values) => setValues(parameter.name, values)}
            error={wrong?.field === parameter.name ? wrong : null}
          />
        ))}
        <OtherHeaders
          headers={draft.others}
          onChange={(others) => onDraft({ ...draft, others })}
          error={wrong?.field === 'others' ? wrong : null}
        />
        <ActionAbout action={action} onOpen={onOpen} />
      </div>
      <FormProblem error={error} />
      <footer className="console-run">
        <Button
          look={action.danger === 'harms' ? 'danger' : 'primary'}
          icon="play"
          busy={isRunning}
          why={action.block === null ? null : t(`block.${action.block}`, { class: action.dangerousClass ?? '' })}
          onClick={submit}
        >
          {t(isRunning ? 'running' : 'run')}
          <kbd className="ui-key">Ctrl+Enter</kbd>
        </Button>
        <Button look="ghost" onClick={() => onDraft(EMPTY_DRAFT)}>
          {t('clear')}
        </Button>
      </footer>
      <AskFirst
        open={asking}
        action={action}
        headers={headers}
        pbx={state.label}
        onClose={() => setAsking(false)}
        onConfirm={() => onRun(action, headers, true)}
      />
    </section>
  )
}

function FormHead({ action, onClose }: { action: ConsoleAction; onClose: () => void }) {
  const t = useTranslations('console')
  const { memory, kept } = useMemory()
  const isFavourite = kept.favourites.includes(action.name)
  return (
    <header>
      <IconButton className="console-back" icon="chevronLeft" label={t('list')} look="ghost" onClick={onClose} />
      <h2>{action.name}</h2>
      <span className="console-danger" data-danger={action.danger}>
        {action.danger === 'harms' && <Icon name="warning" />}
        {t(`danger.${action.danger}`)}
      </span>
      <span className="ui-end" />
      <IconButton
        icon={isFavourite ? 'check' : 'plus'}
        label={t(isFavourite ? 'unfavour' : 'favour')}
        look="ghost"
        pressed={isFavourite}
        onClick={() => memory.toggleFavourite(action.name)}
      />
    </header>
  )
}

function FormProblem({ error }: { error: unknown }) {
  const text = useProblemText()(error)
  if (text === null) return null
  return (
    <p className="admin-note" data-look="warn" role="alert">
      <Icon name="warning" />
      {text}
    </p>
  )
}

type AskFirstProps = {
  open: boolean
  action: ConsoleAction
  headers: Headers
  pbx: string
  onClose: () => void
  onConfirm: () => void
}

/** Asks before something that harms, naming what it does and what is sent. */
function AskFirst({ action, headers, pbx, ...dialog }: AskFirstProps) {
  const t = useTranslations('console')
  const harm = useHarmText()
  const secrets = new Set(action.parameters.filter(({ type }) => type === 'secret').map(({ name }) => name))
  return (
    <Confirm
      {...dialog}
      title={t('confirm.title', { action: action.name, pbx })}
      text={harm(action, headers, pbx)}
      verb={t('confirm.verb', { action: action.name })}
    >
      <p className="admin-dim">{t('confirm.with')}</p>
      <pre className="console-pre">
        {headers.length === 0
          ? t('confirm.empty')
          : headers.map(([name, value]) => `${name}: ${secrets.has(name) ? '•••' : value}`).join('\n')}
      </pre>
    </Confirm>
  )
}

export type WrongField = { field: string; line: number; message: string }

/** The field that the server did not take. */
function wrongField(action: ConsoleAction, draft: Draft, error: unknown): WrongField | null {
  const [problem] = error instanceof ApiProblem ? error.errors : []
  const place = problem ? fieldAt(action, draft, problem.path) : null
  return place && problem ? { ...place, message: problem.message } : null
}
