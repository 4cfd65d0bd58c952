'use client'

import { useTranslations } from 'use-intl'
import type { ConsoleAction } from '@/lib/protocol/admin/console'

/** Asterisk's own documentation of an action, and whom it lets run it. */
export function ActionAbout({ action, onOpen }: { action: ConsoleAction; onOpen: (name: string) => void }) {
  const t = useTranslations('console')
  const { summary, about, privileges, versions, seeAlso, known } = action
  return (
    <section className="console-about" aria-label={t('documentation')}>
      <p>{summary}</p>
      {about !== '' && <p className="console-lines">{about}</p>}
      {!known && <p className="admin-dim">{t('unknown')}</p>}
      <p className="admin-dim">
        {privileges.length === 0 ? t('needsNone') : t('needs', { classes: privileges.join(', ') })}
        {versions.length > 0 && ` · ${t('versions', { versions: versions.join(', ') })}`}
      </p>
      {seeAlso.length > 0 && (
        <p className="console-also">
          {t('seeAlso')}
          {seeAlso.map((name) => (
            <button type="button" className="admin-open" key={name} onClick={() => onOpen(name)}>
              {name}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
