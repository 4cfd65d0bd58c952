'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useMay } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'

/** Where a list is empty because our account at the PBX may not read it, an administrator finds out. */
export function WhatIsRead() {
  const t = useTranslations('house')
  if (!useMay('admin')) return null
  return (
    <Link className="house-link" href="/admin/pbx" prefetch={false}>
      <Icon name="info" />
      {t('whatIsRead')}
    </Link>
  )
}
