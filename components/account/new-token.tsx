'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Checkbox, Field, FieldError, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { newTokenSchema, TOKEN_USES, type TokenUse } from '@/lib/protocol/account'
import { useChange } from './use-account'

const DAYS = ['30', '90', '365', 'never'] as const
type Days = (typeof DAYS)[number]

/** Makes a token, and shows it this once. */
export function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('desk.own.tokens')
  const [token, setToken] = useState<string | null>(null)
  const close = () => {
    setToken(null)
    onClose()
  }
  return (
    <Dialog open={open} onClose={close} title={t(token === null ? 'make' : 'fresh')}>
      {token === null ? (
        <TokenForm onMade={setToken} />
      ) : (
        <div className="account-form">
          <p>{t('freshHint')}</p>
          <code className="account-token">{token}</code>
          <CopyButton text={token} />
        </div>
      )}
    </Dialog>
  )
}

function TokenForm({ onMade }: { onMade: (token: string) => void }) {
  const t = useTranslations('desk.own.tokens')
  const mayAdmin = useMay('admin')
  const { change, busy, failure } = useChange()
  const [name, setName] = useState('')
  const [uses, setUses] = useState<readonly TokenUse[]>(['read'])
  const [days, setDays] = useState<Days>('90')
  const [tried, setTried] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || uses.length === 0) return
    const body = { name: name.trim(), scopes: uses, days: days === 'never' ? null : Number(days) }
    const made = await change('POST', '/tokens', body, (value) => newTokenSchema.parse(value))
    if (made) onMade(made.answer.token)
  }

  return (
    <form className="account-form" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('name')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={tried && name.trim() === '' ? t('nameMissing') : null}
      />
      <fieldset className="ui-field">
        <legend className="ui-label">{t('may')}</legend>
        {TOKEN_USES.filter((use) => use !== 'admin' || mayAdmin).map((use) => (
          <Checkbox
            key={use}
            label={t(`uses.${use}`)}
            checked={uses.includes(use)}
            onChange={(event) => setUses(event.target.checked ? [...uses, use] : uses.filter((other) => other !== use))}
          />
        ))}
        {tried && uses.length === 0 && <FieldError>{t('useMissing')}</FieldError>}
      </fieldset>
      <Field label={t('ends')}>
        {(described) => (
          <Select
            {...described}
            value={days}
            onChange={setDays}
            options={DAYS.map((value) => ({
              value,
              label: value === 'never' ? t('never') : t('days', { count: Number(value) }),
            }))}
          />
        )}
      </Field>
      {failure !== null && <FieldError>{failure}</FieldError>}
      <Button type="submit" look="primary" busy={busy}>
        {t('make')}
      </Button>
    </form>
  )
}
