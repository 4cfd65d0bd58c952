'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'

/** Copies a text; says so. Without TLS browsers give pages no clipboard: the text stays selectable beside it. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTranslations('desk')
  const [copied, setCopied] = useState(false)
  if (typeof navigator !== 'undefined' && navigator.clipboard === undefined) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? t('copied') : (label ?? t('copy'))}</span>
    </Button>
  )
}
