'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EnrolmentSign } from '@/components/sign-in/enrolment-sign'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { LoadError, Loading } from '@/components/ui/empty'
import { FieldError, TextField } from '@/components/ui/field'
import { accountSchema, backupCodesSchema, type Enrolment, enrolmentSchema } from '@/lib/protocol/account'
import { Panel } from './panel'
import { nothing, useAccount, useChange } from './use-account'

type Step = 'none' | 'begin' | 'remove' | { enrolment: Enrolment } | { codes: readonly string[] }

/** The second step at the sign-in: set up with an authenticator app, switched off by the password. */
export function TwoFactorPanel() {
  const t = useTranslations('desk.own.twoFactor')
  const account = useAccount('', (value) => accountSchema.parse(value))
  const [step, setStep] = useState<Step>('none')
  const close = () => setStep('none')
  return (
    <Panel title={t('title')}>
      {account.isPending && <Loading />}
      {account.isError && <LoadError error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <>
          <p>{account.data.twoFactor ? t('on', { count: account.data.backupCodesLeft }) : t('off')}</p>
          {account.data.mustHaveTwoFactor && <p className="text-ink-2">{t('must')}</p>}
          <span>
            {!account.data.twoFactor && (
              <Button icon="shield" onClick={() => setStep('begin')}>
                {t('setUp')}
              </Button>
            )}
            {account.data.twoFactor && !account.data.mustHaveTwoFactor && (
              <Button onClick={() => setStep('remove')}>{t('remove')}</Button>
            )}
          </span>
        </>
      )}
      <Dialog open={step !== 'none'} onClose={close} title={t('title')}>
        {step === 'begin' && <Begin onBegun={(enrolment) => setStep({ enrolment })} />}
        {step === 'remove' && <Remove onRemoved={close} />}
        {typeof step === 'object' && 'enrolment' in step && (
          <Enrol enrolment={step.enrolment} onDone={(codes) => setStep({ codes })} />
        )}
        {typeof step === 'object' && 'codes' in step && <BackupCodes codes={step.codes} onClose={close} />}
      </Dialog>
    </Panel>
  )
}

function Begin({ onBegun }: { onBegun: (enrolment: Enrolment) => void }) {
  const t = useTranslations('desk.own.twoFactor')
  const { change, busy, failure } = useChange()
  async function begin(password: string): Promise<void> {
    const begun = await change('POST', '/two-factor/begin', { password }, (value) => enrolmentSchema.parse(value))
    if (begun) onBegun(begun.answer)
  }
  return <PasswordAsked verb={t('setUp')} busy={busy} failure={failure} onPassword={begin} />
}

function Remove({ onRemoved }: { onRemoved: () => void }) {
  const t = useTranslations('desk.own.twoFactor')
  const { change, busy, failure } = useChange()
  async function remove(password: string): Promise<void> {
    if (await change('POST', '/two-factor/remove', { password }, nothing)) onRemoved()
  }
  return <PasswordAsked verb={t('remove')} busy={busy} failure={failure} onPassword={remove} />
}

type PasswordAskedProps = {
  verb: string
  busy: boolean
  failure: string | null
  onPassword: (password: string) => Promise<void>
}

function PasswordAsked({ verb, busy, failure, onPassword }: PasswordAskedProps) {
  const t = useTranslations('desk.own.password')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onPassword(password)
  }
  return (
    <form className="account-form" onSubmit={submit}>
      <TextField
        label={t('current')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={failure}
      />
      <Button type="submit" look="primary" busy={busy}>
        {verb}
      </Button>
    </form>
  )
}

function Enrol({ enrolment, onDone }: { enrolment: Enrolment; onDone: (codes: readonly string[]) => void }) {
  const t = useTranslations('desk.own.twoFactor')
  const { change, busy, failure } = useChange()
  const [code, setCode] = useState('')
  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault()
    const body = { sealed: enrolment.sealed, code: code.trim() }
    const done = await change('POST', '/two-factor/confirm', body, (value) => backupCodesSchema.parse(value))
    if (done) onDone(done.answer.backupCodes)
  }
  return (
    <form className="account-form" onSubmit={(event) => void confirm(event)}>
      <p>{t('scan')}</p>
      <EnrolmentSign enrolment={enrolment} />
      <TextField
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {failure !== null && <FieldError>{failure}</FieldError>}
      <Button type="submit" look="primary" busy={busy}>
        {t('confirm')}
      </Button>
    </form>
  )
}

function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useTranslations('desk.own.twoFactor')
  return (
    <div className="account-form">
      <h3>{t('codes')}</h3>
      <p>{t('codesHint')}</p>
      <ul className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <span className="flex gap-2">
        <CopyButton text={codes.join('\n')} />
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </span>
    </div>
  )
}
