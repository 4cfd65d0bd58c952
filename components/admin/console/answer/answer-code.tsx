'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ConsoleRequest, ConsoleState } from '@/lib/protocol/admin/console'
import { asCode, type CodeLanguage, LANGUAGES } from './as-code'

const NAMES = { node: 'Node.js', python: 'Python', php: 'PHP' } as const

/** The same action for a shell or a program. */
export function AnswerCode({ asked, state }: { asked: ConsoleRequest; state: ConsoleState }) {
  const t = useTranslations('console')
  const [language, setLanguage] = useState<CodeLanguage>('curl')
  const parameters = state.actions.find(({ name }) => name === asked.action)?.parameters ?? []
  const code = asCode(language, { ...asked, parameters, account: state.account, origin: location.origin })
  const nameOf = (one: CodeLanguage) =>
    one === 'curl' || one === 'api' || one === 'typed' ? t(`answer.${one}`) : NAMES[one]
  return (
    <>
      <Field label={t('answer.language')}>
        {(described) => (
          <Select
            {...described}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((value) => ({ value, label: nameOf(value) }))}
          />
        )}
      </Field>
      <pre className="console-pre">{code}</pre>
      <div className="console-tools">
        <CopyButton text={code} />
        <span className="admin-dim">{t('answer.secretHint')}</span>
      </div>
    </>
  )
}
