'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { ConsoleAnswer } from '@/lib/protocol/admin/console'
import { saveFile } from '../save-file'
import { bytesOf, textOf } from './bytes'

/** The answer as AMI writes it. */
export function AnswerText({ answer }: { answer: ConsoleAnswer }) {
  const t = useTranslations('console')
  const text = useMemo(() => textOf(bytesOf(answer.received)).replaceAll('\r\n', '\n'), [answer])
  return (
    <>
      <pre className="console-pre">{text}</pre>
      <div className="console-tools">
        <CopyButton text={text} />
        <Button icon="download" onClick={() => saveFile(`${answer.action}.txt`, text)}>
          {t('answer.save', { format: 'TXT' })}
        </Button>
      </div>
    </>
  )
}
