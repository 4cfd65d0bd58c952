'use client'

import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { useViewer } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import type { HousePart } from '@/lib/domain/house'
import { housePartsOf } from './house-parts'
import { TrunkSign } from './trunk-sign'
import './house.css'

type HouseFrameProps = {
  part: HousePart
  tools?: ReactNode
  figures?: ReactNode
  keys?: ReactNode
  children: ReactNode
}

/** One part of the house besides queues, and the way to the others. */
export function HouseFrame({ part, tools, figures, keys, children }: HouseFrameProps) {
  const t = useTranslations('house')
  const viewer = useViewer()
  const parts = useRef<HTMLElement>(null)
  // On a phone the list runs out of sight to the side.
  useEffect(() => {
    const here = parts.current?.querySelector<HTMLElement>('[aria-current]')
    here?.scrollIntoView?.({ inline: 'center', block: 'nearest' })
  }, [])
  return (
    <DeskPage title={t(`part.${part}`)} tools={tools} figures={figures} keys={keys}>
      <div className="house">
        <nav className="house-parts" ref={parts} aria-label={t('title')}>
          {housePartsOf(viewer).map(({ name, href, icon }) => (
            <Link key={name} href={href} prefetch={false} aria-current={name === part ? 'page' : undefined}>
              <Icon name={icon} />
              {t(`part.${name}`)}
              {name === 'trunks' && <TrunkSign />}
            </Link>
          ))}
        </nav>
        <div className="house-part">{children}</div>
      </div>
    </DeskPage>
  )
}
