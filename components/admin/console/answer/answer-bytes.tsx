'use client'

import { memo, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import type { ConsoleAnswer } from '@/lib/protocol/admin/console'
import { saveFile } from '../save-file'
import { bytesOf, hexOf, textOf, visible } from './bytes'

/** More is read by nobody; the file has all. */
const MOST_SHOWN = 32_768

/** The exact bytes of both ways, with every sign that is otherwise unseen. */
export function AnswerBytes({ answer, isHttp }: { answer: ConsoleAnswer; isHttp: boolean }) {
  const t = useTranslations('console')
  const [isHex, setHex] = useState(false)
  return (
    <>
      <Switch label={t('answer.hex')} checked={isHex} onChange={setHex} />
      {isHttp && <p className="admin-dim">{t('answer.overHttp')}</p>}
      {(['sent', 'received'] as const).map((way) => (
        <Way key={way} way={way} base64={answer[way]} isHex={isHex} name={`${answer.action}-${way}.bin`} />
      ))}
    </>
  )
}

type WayProps = { way: 'sent' | 'received'; base64: string; isHex: boolean; name: string }

function Way({ way, base64, isHex, name }: WayProps) {
  const t = useTranslations('console')
  const bytes = useMemo(() => bytesOf(base64), [base64])
  return (
    <section className="console-way" aria-label={t(`answer.${way}`, { bytes: bytes.length })}>
      <header className="console-tools">
        <h3 className="console-name">{t(`answer.${way}`, { bytes: bytes.length })}</h3>
        <span className="ui-end" />
        <Button size="sm" icon="download" onClick={() => saveFile(name, bytes, 'application/octet-stream')}>
          {t('answer.save', { format: 'BIN' })}
        </Button>
      </header>
      <pre className="console-pre">{isHex ? hexOf(bytes, MOST_SHOWN) : <Visible bytes={bytes} />}</pre>
      {bytes.length > MOST_SHOWN && <p className="admin-dim">{t('answer.hexCut', { bytes: MOST_SHOWN })}</p>}
    </section>
  )
}

const Visible = memo(function Visible({ bytes }: { bytes: Uint8Array }) {
  return visible(textOf(bytes.subarray(0, MOST_SHOWN))).map(({ isUnseen, text }, place) =>
    isUnseen ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: bytes do not change
      <i key={place}>{text}</i>
    ) : (
      text
    ),
  )
})
