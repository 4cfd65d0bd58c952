'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AuditLineView } from '@/lib/protocol/admin/audit'
import { useMomentText } from '../moment-text'
import { useActionWords } from './action-words'

const LINE_PX = 36
const OVERSCAN = 12

type AuditLinesProps = {
  lines: readonly AuditLineView[]
  onOpen: (seq: number) => void
  /** The last line came near. */
  onEnd: () => void
}

/** Only the lines in sight are in the document, however long the log is. */
export function AuditLines({ lines, onOpen, onEnd }: AuditLinesProps) {
  const t = useTranslations('admin')
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_PX,
    overscan: OVERSCAN,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only when the end comes near, not on each render
  useEffect(() => {
    if (last >= lines.length - OVERSCAN) onEnd()
  }, [last, lines.length])
  return (
    <section className="admin-log" ref={box} aria-label={t('part.audit')}>
      <div className="admin-log-head" aria-hidden="true">
        {(['when', 'who', 'what', 'whom', 'how', 'where'] as const).map((name) => (
          <span key={name}>{t(`audit.${name}`)}</span>
        ))}
      </div>
      <div className="admin-log-lines" style={{ '--rows-height': `${rows.getTotalSize()}px` } as CSSProperties}>
        {items.map(({ index, start, size }) => {
          const line = lines[index]
          if (!line) return null
          const place = { transform: `translateY(${start}px)`, height: size }
          return <Line key={line.seq} line={line} style={place} onOpen={() => onOpen(line.seq)} />
        })}
      </div>
    </section>
  )
}

export const RESULT_CLASS = { asked: 'admin-dim', done: '', failed: 'admin-bad', refused: 'admin-bad' } as const

function Line({ line, style, onOpen }: { line: AuditLineView; style: CSSProperties; onOpen: () => void }) {
  const t = useTranslations('admin')
  const moment = useMomentText(true)
  const words = useActionWords()
  return (
    <button type="button" className="admin-log-line" style={style} onClick={onOpen}>
      <span>{moment(line.at)}</span>
      <bdi className="ui-cut">{line.actor ?? '–'}</bdi>
      <span className="ui-cut">{words(line.action)}</span>
      <bdi className="ui-cut">{line.target ?? ''}</bdi>
      <span className={RESULT_CLASS[line.result]}>{t(`audit.result.${line.result}`)}</span>
      <span className="ui-cut admin-dim">{line.address}</span>
    </button>
  )
}
