'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type ToldOnceProps = { title: string; text: string; secret: string; onClose: () => void }

/** A link or a token that is shown this once, with a way to copy it. */
export function ToldOnce({ title, text, secret, onClose }: ToldOnceProps) {
  const t = useTranslations('admin')
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () =>
    copyText(secret).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      text={text}
      footer={
        <>
          <Button icon="copy" look="primary" onClick={() => void copy()}>
            {t(copied === 'yes' ? 'copied' : 'copy')}
          </Button>
          <Button onClick={onClose}>{t('done')}</Button>
        </>
      }
    >
      <code className="admin-code">{secret}</code>
      {copied === 'failed' && <p role="alert">{t('copyFailed')}</p>}
    </Dialog>
  )
}

/** The clipboard is there under TLS and on this machine only; elsewhere people mark and copy by hand. */
async function copyText(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('no clipboard')
  await navigator.clipboard.writeText(text)
}
