'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { ReceiptCard } from '@/components/receipts/receipt-card'
import { useReceiptBook, useReceipts } from '@/components/receipts/receipts-context'
import { useCommand } from '@/components/receipts/use-command'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { phoneName } from './number-link'
import { diallable, fromTelLink } from './phone-number'
import { useDial } from './use-dial'
import './dial-page.css'

/**
 * Where `tel:` links, the bookmarklet and other programs lead, as `/dial?to=…`. It never dials by itself: any page anywhere
 * can hold such a link.
 */
export function DialPage({ to }: { to: string }) {
  const t = useTranslations('dial')
  const [text, setText] = useState(() => fromTelLink(to))
  const [wrong, setWrong] = useState<string | null>(null)
  const [phone, setPhone] = useState<string | undefined>()
  const [asked, setAsked] = useState<string | null>(null)
  const { dial, allowed, phones, why } = useDial()
  const { run } = useCommand()
  const book = useReceiptBook()
  const entry = useReceipts().find(({ receipt }) => receipt.id === asked)
  const number = diallable(text)
  const button = useRef<HTMLButtonElement>(null)
  const reason = allowed ? why : t('mayNot')
  const first = phones[0]?.interface

  useEffect(() => {
    if (diallable(fromTelLink(to)) !== null) button.current?.focus()
  }, [to])

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (number === null) setWrong(t('notANumber'))
    else if (reason === null) {
      const { id } = await dial(number, phone ?? null)
      // It stands on this page, large; once is enough.
      book.close(id)
      setAsked(id)
    }
  }

  const going = entry?.receipt.state === 'underway'
  return (
    <DeskPage title={t('title')}>
      <form className="dial ui-panel" onSubmit={submit} noValidate>
        {to !== '' && <p className="text-ink-2">{t('asked')}</p>}
        <p className="dial-number ui-figure">
          <bdi>{number ?? '–'}</bdi>
        </p>
        <TextField
          label={t('number')}
          hint={t('numberHint')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          maxLength={64}
          value={text}
          error={wrong}
          onChange={(event) => {
            setText(event.target.value)
            setWrong(null)
          }}
        />
        {phones.length > 1 && first !== undefined && (
          <Field label={t('with')}>
            {(described) => (
              <Select
                {...described}
                value={phone ?? first}
                onChange={setPhone}
                options={phones.map((one) => ({ value: one.interface, label: phoneName(one) }))}
              />
            )}
          </Field>
        )}
        <p className="ui-hint">{reason ?? t('confirm')}</p>
        {going && entry.receipt.cancellable ? (
          <Button
            size="lg"
            look="danger"
            icon="phoneOff"
            onClick={({ detail }) => {
              // It stands where "Call" stood: the second press of a double click is not meant for it.
              if (detail < 2) void run({ type: 'cancel', receipt: entry.receipt.id })
            }}
          >
            {t('end')}
          </Button>
        ) : (
          <Button ref={button} type="submit" size="lg" look="primary" icon="phone" why={reason}>
            {entry ? t('again') : t('call')}
          </Button>
        )}
        {entry && <ReceiptCard entry={entry} stays />}
      </form>
    </DeskPage>
  )
}
