'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import type { ConsoleState } from '@/lib/protocol/admin/console'
import { commandReads } from '@/lib/protocol/admin/console-danger'
import { AllowHow } from '../actions/block-note'
import { outputOf } from '../answer/answer-table'
import { useMemory, useProblemText, useRun } from '../use-console'
import { CommandLine } from './command-line'

/** Lines of the past in sight. */
const MOST_SHOWN = 50

type Done = { key: number; line: string; output: string; isBad: boolean }

/** Asterisk's own command line, over AMI's `Command`. */
export function CommandsTab({ state }: { state: ConsoleState }) {
  const t = useTranslations('console')
  const { memory, kept } = useMemory()
  const run = useRun()
  const problemText = useProblemText()
  const [done, setDone] = useState<readonly Done[]>([])
  const [asking, setAsking] = useState<string | null>(null)
  const box = useRef<HTMLElement>(null)
  const count = useRef(0)
  const command = state.actions.find(({ name }) => name === 'Command')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written last is to be seen
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [done])
  if (command?.block) {
    return (
      <section className="ui-panel">
        <Empty
          icon="lock"
          title={t('command.off')}
          hint={t(command.block === 'class' ? 'command.offHint' : `block.${command.block}`)}
        >
          {command.block === 'class' && <AllowHow name="command" />}
        </Empty>
      </section>
    )
  }
  const tell = (line: string, output: string, isBad: boolean) =>
    setDone((before) => [...before, { key: count.current++, line, output, isBad }].slice(-MOST_SHOWN))
  const send = (line: string) => {
    memory.typed(line)
    run.mutate(
      { action: 'Command', headers: [['Command', line]], confirmed: true },
      {
        onSuccess: (answer) => {
          const cut = answer.cut ? `\n${t('answer.cut', { bytes: answer.cut.bytes })}` : ''
          tell(line, `${outputOf(answer) ?? answer.text ?? t('answer.noOutput')}${cut}`, answer.outcome !== 'success')
        },
        onError: (error) => tell(line, problemText(error) ?? '', true),
      },
    )
  }
  return (
    <section className="ui-panel console-terminal" aria-label={t('tab.commands')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not scroll it */}
      <section className="console-output" ref={box} aria-label={t('command.output')} aria-live="polite" tabIndex={0}>
        {done.length === 0 && <Empty icon="console" title={t('command.none')} hint={t('command.noneHint')} />}
        {done.map(({ key, line, output, isBad }) => (
          <div key={key} data-bad={isBad ? '' : undefined}>
            <p>
              <b>{state.label}*CLI&gt;</b> <bdi>{line}</bdi>
              {isBad && (
                <span className="admin-bad">
                  {' '}
                  <Icon name="critical" /> {t('command.failed')}
                </span>
              )}
            </p>
            <pre>{output}</pre>
          </div>
        ))}
      </section>
      <CommandLine
        prompt={state.label}
        lines={kept.lines}
        isRunning={run.isPending}
        onRun={(line) => (commandReads(line) ? send(line) : setAsking(line))}
        onClear={() => setDone([])}
      />
      <Confirm
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t('confirm.title', { action: 'Command', pbx: state.label })}
        text={t('harm.Command', { command: asking ?? '' })}
        verb={t('run')}
        onConfirm={() => asking !== null && send(asking)}
      />
    </section>
  )
}
