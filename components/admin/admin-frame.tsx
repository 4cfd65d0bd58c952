'use client'

import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { useViewer } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import { type PartName, partsOf } from './parts'
import './admin.css'

type AdminFrameProps = { part: PartName; tools?: ReactNode; children: ReactNode }

/** One part of administration beside the list of all. */
export function AdminFrame({ part, tools, children }: AdminFrameProps) {
  const t = useTranslations('admin')
  const viewer = useViewer()
  const parts = useRef<HTMLElement>(null)
  // On a phone the list runs out of sight to the side.
  useEffect(() => {
    const here = parts.current?.querySelector<HTMLElement>('[aria-current]')
    here?.scrollIntoView?.({ inline: 'center', block: 'nearest' })
  }, [])
  return (
    <DeskPage title={t('title')} tools={tools}>
      <div className="admin">
        <nav className="admin-parts" ref={parts} aria-label={t('title')}>
          {partsOf(viewer).map(({ name, href, icon }) => (
            <Link key={name} href={href} prefetch={false} aria-current={name === part ? 'page' : undefined}>
              <Icon name={icon} />
              {t(`part.${name}`)}
            </Link>
          ))}
        </nav>
        <div className="admin-part">{children}</div>
      </div>
    </DeskPage>
  )
}
