'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Icon } from '@/components/ui/icon'
import { completionSchema } from '@/lib/protocol/admin/console'
import { CONSOLE_PATH } from '../use-console'
import { completeLine, LineWalk } from './complete'

type CommandLineProps = {
  prompt: string
  lines: readonly string[]
  isRunning: boolean
  onRun: (line: string) => void
  onClear: () => void
}

type Found = { words: readonly string[]; isCut: boolean }

/** One line with history and Asterisk's own completion. Tab leaves the line when it is empty, so that nobody is caught. */
export function CommandLine({ prompt, lines, isRunning, onRun, onClear }: CommandLineProps) {
  const t = useTranslations('console')
  const [line, setLine] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const walk = useRef(new LineWalk())
  const asked = useRef(0)

  async function complete(): Promise<void> {
    const turn = ++asked.current
    const body = { line }
    const answer = await fetchJson(`${CONSOLE_PATH}/complete`, (value) => completionSchema.parse(value), {
      method: 'POST',
      body,
    }).catch(() => null)
    // What was typed meanwhile is not overwritten.
    if (answer === null || turn !== asked.current) return
    setLine(completeLine(line, answer.words))
    setFound(answer.words.length > 1 ? answer : null)
  }

  function type(next: string): void {
    asked.current++
    setLine(next)
    setFound(null)
  }

  function press(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (event.key === 'Tab' && !event.shiftKey && line.trim() !== '') {
      event.preventDefault()
      void complete()
    } else if (step !== null) {
      event.preventDefault()
      const next = walk.current.walk(lines, step, line)
      if (next !== null) type(next)
    } else if (event.key === 'Escape' && found) {
      event.stopPropagation()
      setFound(null)
    } else if (event.key === 'l' && event.ctrlKey) {
      event.preventDefault()
      onClear()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isRunning || line.trim() === '') return
      onRun(line.trim())
      walk.current.reset()
      type('')
    } else if (event.key.length === 1) walk.current.reset()
  }

  return (
    <footer className="console-line-foot">
      {found && (
        <p className="console-words" role="status" aria-label={t('command.completions')}>
          {found.words.map((word) => (
            <code key={word}>{word}</code>
          ))}
          {found.isCut && t('command.more')}
        </p>
      )}
      <div className="console-prompt">
        <b className="console-prompt-name" aria-hidden="true">
          {prompt}*CLI&gt;
        </b>
        <input
          className="ui-input"
          aria-label={t('command.label')}
          placeholder={t('command.placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          value={line}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        {isRunning && <Icon name="catchingUp" />}
      </div>
      <p className="ui-hint">{t('command.hint')}</p>
    </footer>
  )
}
