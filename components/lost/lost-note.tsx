'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { type LostCallerView, MAX_LOST_NOTE } from '@/lib/protocol/lost'

type LostNoteProps = {
  caller: LostCallerView
  who: string
  /** Resolves to whether it was kept. */
  onSave: (note: string) => Promise<boolean>
  onClose: () => void
}

/** What is to be known of a lost caller, for all who look after the queue. */
export function LostNote({ caller, who, onSave, onClose }: LostNoteProps) {
  const t = useTranslations('lost')
  const [text, setText] = useState(caller.note?.text ?? '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await onSave(text)) onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t('noteOf', { who })}>
      <form className="lost-note" onSubmit={(event) => void save(event)}>
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          maxLength={MAX_LOST_NOTE}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
      </form>
    </Dialog>
  )
}
