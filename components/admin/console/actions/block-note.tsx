'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { ConsoleAction } from '@/lib/protocol/admin/console'

/** Why an action cannot be run here, and what would allow it. */
export function BlockNote({ action: { block, dangerousClass } }: { action: ConsoleAction }) {
  const t = useTranslations('console')
  if (block === null) return null
  return (
    <div className="admin-note" data-look="warn">
      <Icon name="lock" />
      <span>{t(`block.${block}`, { class: dangerousClass ?? '' })}</span>
      {block === 'class' && <AllowHow name={dangerousClass ?? ''} />}
    </div>
  )
}

/** The lines of the configuration that allow a class. */
export function AllowHow({ name }: { name: string }) {
  const t = useTranslations('console')
  return (
    <>
      <span>{t('block.classHow')}</span>
      <code className="admin-code">{`console: { allow: [${name}] }   # CALLBOARD_CONSOLE_ALLOW=${name}`}</code>
    </>
  )
}
