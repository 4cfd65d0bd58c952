'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWhyNotNow } from '@/components/receipts/use-command'
import { useSituationOf } from '@/components/supervise/use-situation'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { MAX_PHONE_TEXT } from '@/lib/protocol/limits'
import { type Carried, whyNotCarry, whyNotConsult } from './model/carry'
import { numberOf, type WhyNotPhone, whyNotThere } from './model/phone-actions'
import type { PhoneRow } from './model/phone-row'
import { StatesOf } from './phone-state'
import { usePhoneRow, usePhones, useStores } from './phones-context'
import { useKnown, usePhoneActions, usePhoneWhy } from './use-phone-actions'

/** The question that stands above the page, if there is one. */
export function Asking() {
  const { stores } = usePhones()
  const asked = useStores((state) => state.asked)
  const row = usePhoneRow(asked?.phone ?? '')
  const isAsked = asked !== null
  useEffect(() => {
    if (!isAsked) return
    return () => stores.get().from?.focus()
  }, [isAsked, stores])
  if (asked === null || !row) return null
  const close = () => stores.set({ asked: null })
  return asked.kind === 'text' ? (
    <TextDialog row={row} onClose={close} />
  ) : (
    <TransferDialog row={row} carried={asked.carried} onClose={close} />
  )
}

type TransferDialogProps = { row: PhoneRow; carried: Carried; onClose: () => void }

/** A call that lands at the wrong phone cannot be taken back: who goes where is said before. */
function TransferDialog({ row, carried, onClose }: TransferDialogProps) {
  const t = useTranslations('house.phones')
  const { send } = usePhoneActions()
  const known = useKnown()
  const at = useSituationOf()(row.phone.pbx)
  const whyText = usePhoneWhy()
  const { call, by, who } = carried
  const to = row.name === null ? row.phone.number : t('numberAndName', { number: row.phone.number, name: row.name })
  const why = (refused: WhyNotPhone | null) => refused && whyText(refused)
  const go = (type: 'call.transfer' | 'call.attendedTransfer') => {
    onClose()
    send({ type, call: call.id, by, to: numberOf(row) ?? '' })
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('leaveIt')}</Button>
      <Button
        icon="swap"
        why={why(whyNotThere(carried, row) ?? whyNotConsult(carried, known, at))}
        onClick={() => go('call.attendedTransfer')}
      >
        {t('askFirst')}
      </Button>
      <Button
        look="primary"
        icon="transfer"
        data-first=""
        why={why(whyNotThere(carried, row) ?? whyNotCarry(carried, known, at))}
        onClick={() => go('call.transfer')}
      >
        {t('transfer')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('transferTitle', { who: who ?? t('withheld'), to })}
      text={
        <span className="phones-target">
          <bdi>{to}</bdi> <StatesOf row={row} />
        </span>
      }
      footer={footer}
    />
  )
}

function TextDialog({ row, onClose }: { row: PhoneRow; onClose: () => void }) {
  const t = useTranslations('house.phones')
  const { text } = usePhoneActions()
  const notNow = useWhyNotNow()
  const [typed, setTyped] = useState('')
  const said = typed.trim()
  const why = notNow ?? (said === '' ? t('nothingTyped') : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why !== null) return
    onClose()
    text(row, said)
  }
  return (
    <Dialog open onClose={onClose} title={t('textTitle', { who: row.name ?? row.phone.number })} text={t('textText')}>
      <form className="phones-text" onSubmit={submit}>
        <TextField
          label={t('textLabel')}
          value={typed}
          maxLength={MAX_PHONE_TEXT}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="primary" why={why}>
          {t('send')}
        </Button>
      </form>
    </Dialog>
  )
}
