'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCommand } from '@/components/receipts/use-command'
import { useFormat } from '@/components/session/use-format'
import type { QueueView } from '@/components/wall/board/queue-view'
import type { CommandInput } from '@/lib/protocol/commands'
import type { CallAction } from './actions/call-actions'
import type { CallerAction } from './actions/caller-actions'
import type { QueueAction } from './actions/queue-actions'
import { useDesk } from './desk-context'
import type { Asked, Target } from './desk-stores'
import type { CallRow } from './model/call-row'
import type { CallerRow } from './model/caller-row'
import { otherSide, type Side } from './model/parties'
import { DAY_AND_HOURS } from './times'

type Perform = {
  caller: (action: CallerAction, row: CallerRow) => void
  call: (action: CallAction, row: CallRow) => void
  queue: (action: QueueAction, view: QueueView) => void
  run: (command: CommandInput) => void
  ask: (asked: Asked) => void
}

/** Does what was chosen: at once, or after a question where it cannot be taken back or needs to know more. */
export function usePerform(): Perform {
  const { run } = useCommand()
  const { stores } = useDesk()
  const t = useTranslations('supervise')
  const format = useFormat()
  return useMemo(() => {
    const send = (command: CommandInput) => void run(command)
    const ask = (asked: Asked) => {
      // One question may lead to the next: the focus goes back to before the first.
      const from = stores.get().asked ? stores.get().askedFrom : document.activeElement
      stores.set({ asked, askedFrom: from instanceof HTMLElement ? from : null })
    }
    const nameOf = (name: string | null) => name ?? t('withheld')
    return {
      run: send,
      ask,
      caller(action, row) {
        const caller = row.caller.id
        const name = nameOf(row.caller.name ?? row.caller.number)
        const confirm = (title: string, text: string, verb: string, command: CommandInput) =>
          ask({ kind: 'confirm', title, text, verb, onConfirm: () => send(command) })
        switch (action) {
          case 'take':
            return send({ type: 'caller.take', caller })
          case 'moveUp':
            return send({ type: 'caller.moveUp', caller })
          case 'priority':
            return send({ type: 'caller.priority', caller, priority: row.caller.priority + 1 })
          case 'move':
            return ask({
              kind: 'target',
              title: t('target.moveCaller', { name }),
              text: null,
              who: null,
              fits: ({ id, pbx }) => pbx === row.caller.pbx && id !== row.caller.queue,
              onTarget: (target) => send(moveOf(caller, target)),
            })
          case 'withdraw':
            return confirm(
              t('confirm.withdrawCaller', { name, queue: row.queueLabel }),
              t('confirm.withdrawCallerText'),
              t('action.withdraw'),
              { type: 'caller.withdraw', caller },
            )
          case 'hangUp':
            return confirm(
              t('confirm.hangUpCaller', { name }),
              t('confirm.hangUpCallerText', { queue: row.queueLabel }),
              t('action.hangUp'),
              { type: 'caller.hangUp', caller },
            )
        }
      },
      call(action, row) {
        const call = row.call.id
        const names = { first: nameOf(row.firstName), second: nameOf(row.secondName) }
        switch (action) {
          case 'listen':
          case 'whisper':
          case 'barge':
            return send({ type: 'call.listen', call, party: row.first, mode: action })
          case 'transfer':
          case 'attendedTransfer':
            return ask(transferQuestion(action, row))
          case 'cancelTransfer':
            return send({ type: 'call.cancelTransfer', call, by: row.first })
          case 'park':
            return send({ type: 'call.park', call, party: otherSide(row.first) })
          case 'fetch':
            return send({ type: 'call.fetch', call })
          case 'conference':
            return ask({
              kind: 'confirm',
              title: t('confirm.conference'),
              text: t('confirm.conferenceText', names),
              verb: t('action.conference'),
              onConfirm: () => send({ type: 'call.conference', call }),
            })
          case 'limit':
            return ask({ kind: 'limit', onSeconds: (seconds) => send({ type: 'call.limit', call, seconds }) })
          case 'recordStart':
            return send({ type: 'call.record', call, how: 'start' })
          case 'recordStop':
            return send({ type: 'call.record', call, how: 'stop' })
          case 'recordMute':
            return send({ type: 'call.record', call, how: 'mute' })
          case 'recordUnmute':
            return send({ type: 'call.record', call, how: 'unmute' })
          case 'hangUp':
            return ask({
              kind: 'confirm',
              title: t('confirm.hangUpCall'),
              text: t('confirm.hangUpCallText', names),
              verb: t('action.hangUp'),
              onConfirm: () => send({ type: 'call.hangUp', call }),
            })
        }
      },
      queue(action, { queue }) {
        if (action === 'reload') return send({ type: 'queue.reload', queue: queue.id })
        const counted = { answered: queue.completed, lost: queue.abandoned }
        const now =
          queue.countersSince === null
            ? t('confirm.resetNow', counted)
            : t('confirm.resetSince', { ...counted, since: format.dateTime(queue.countersSince, DAY_AND_HOURS) })
        ask({
          kind: 'confirm',
          title: t('confirm.reset', { queue: queue.label }),
          text: `${t('confirm.resetText')} ${now}`,
          verb: t('action.reset'),
          onConfirm: () => send({ type: 'queue.reset', queue: queue.id }),
        })
      },
    }

    function transferQuestion(action: 'transfer' | 'attendedTransfer', row: CallRow): Asked {
      const from = nameOf(row.first === 'from' ? row.firstName : row.secondName)
      const to = nameOf(row.first === 'to' ? row.firstName : row.secondName)
      const questionFor = (goes: Side): Asked => ({
        kind: 'target',
        title: t(action === 'transfer' ? 'target.transfer' : 'target.attended', { name: goes === 'from' ? from : to }),
        text: action === 'transfer' ? null : t('target.attendedText'),
        who: { from, to, chosen: goes, onChoose: (who) => ask(questionFor(who)) },
        fits: () => false,
        onTarget: ({ to }) => {
          if (to !== null) send({ type: `call.${action}`, call: row.call.id, by: otherSide(goes), to })
        },
      })
      return questionFor(otherSide(row.first))
    }
  }, [run, stores, t, format])
}

function moveOf(caller: string, target: Target): CommandInput {
  if (target.queue !== null) return { type: 'caller.moveToQueue', caller, queue: target.queue }
  return { type: 'caller.moveToExtension', caller, to: target.to }
}
