'use client'

import { useState } from 'react'
import type { ConsoleAction, ConsoleState } from '@/lib/protocol/admin/console'
import { AnswerPanel } from '../answer/answer-panel'
import { useMemory, useRun } from '../use-console'
import { ActionForm } from './action-form'
import { ActionList } from './action-list'
import { type Draft, draftOf, EMPTY_DRAFT, type Headers } from './draft'

type ActionsTabProps = {
  state: ConsoleState
  isShown: boolean
  /** The action whose form is open at first; one that there is not opens none. */
  begins?: string | null
}

/** Search and list, the form of one action, its answer. */
export function ActionsTab({ state, isShown, begins = null }: ActionsTabProps) {
  const { memory } = useMemory()
  const run = useRun()
  const [chosen, setChosen] = useState<string | null>(begins)
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const action = state.actions.find(({ name }) => name === chosen)
  const keep = (name: string, draft: Draft) => setDrafts(new Map(drafts).set(name, draft))
  const open = (name: string, headers?: Readonly<Headers>) => {
    const opened = state.actions.find((one) => one.name === name)
    if (opened === undefined) return
    if (name !== chosen) run.reset()
    setChosen(name)
    if (headers) keep(name, draftOf(opened, headers))
  }
  const send = (asked: ConsoleAction, headers: Headers, confirmed: boolean) => {
    const secrets = asked.parameters.filter(({ type }) => type === 'secret').map(({ name }) => name)
    const remember = (outcome: string) => memory.ran({ action: asked.name, headers, at: Date.now(), outcome }, secrets)
    run.mutate(
      { action: asked.name, headers, confirmed },
      { onSuccess: ({ outcome }) => remember(outcome), onError: () => remember('notSent') },
    )
  }
  return (
    <div className="console-three" data-open={action ? '' : undefined}>
      <ActionList actions={state.actions} chosen={chosen} onOpen={open} isShown={isShown} />
      <ActionForm
        key={chosen}
        action={action ?? null}
        state={state}
        draft={drafts.get(chosen ?? '') ?? EMPTY_DRAFT}
        onDraft={(draft) => chosen !== null && keep(chosen, draft)}
        onRun={send}
        onOpen={open}
        onClose={() => setChosen(null)}
        isRunning={run.isPending}
        error={run.error}
      />
      <AnswerPanel answer={run.data ?? null} asked={run.variables ?? null} state={state} isRunning={run.isPending} />
    </div>
  )
}
