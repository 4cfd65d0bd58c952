'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { type NumberVerdict, numberVerdictSchema } from '@/lib/protocol/admin/settings'
import { ProblemNote } from '../problem-note'

/** What the rules as they stand in the form would make of a number. Nothing is dialled. */
export function TryNumber({ rules }: { rules: () => unknown }) {
  const t = useTranslations('admin')
  const [number, setNumber] = useState('')
  const ask = useMutation({
    mutationFn: (typed: string) =>
      fetchJson('/api/v1/admin/settings/dial/try', (value) => numberVerdictSchema.parse(value), {
        method: 'POST',
        body: { number: typed, rules: rules() },
      }),
  })
  const run = () => number.trim() !== '' && ask.mutate(number)
  return (
    <div className="admin-set">
      <div className="admin-row">
        <TextField
          label={t('dial.try')}
          hint={t('dial.tryHint')}
          value={number}
          inputMode="tel"
          onChange={(event) => setNumber(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            run()
          }}
        />
        <Button onClick={run} busy={ask.isPending} why={number.trim() === '' ? t('dial.typeNumber') : null}>
          {t('dial.tryVerb')}
        </Button>
      </div>
      <ProblemNote error={ask.error} />
      {ask.data && <Verdict verdict={ask.data} />}
    </div>
  )
}

const RULES = ['emergency', 'premium', 'international', 'denied'] as const

function Verdict({ verdict }: { verdict: NumberVerdict }) {
  const t = useTranslations('admin')
  const { dials, kind, reason, detail } = verdict
  if (dials !== null) {
    return (
      <p className="admin-note" role="status">
        <Icon name="done" className="admin-good" />
        {t('dial.wouldDial')} <b className="ui-figure">{dials}</b>{' '}
        {kind && <span className="admin-dim">{kindText()}</span>}
      </p>
    )
  }
  const rule = RULES.find((name) => name === detail)
  const why = rule ? t(`dial.refusedBy.${rule}`) : reason === 'invalidNumber' ? t('dial.noNumber') : (detail ?? reason)
  return (
    <p className="admin-note" data-look="warn" role="status">
      <Icon name="warning" />
      {t('dial.wouldNot')} {why}
    </p>
  )

  function kindText() {
    const kinds = ['extension', 'national', 'international', 'emergency'] as const
    const known = kinds.find((name) => name === kind)
    return known ? t(`dial.kind.${known}`) : kind
  }
}
