'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { usePersonal } from '@/components/live/use-personal'
import type { HouseThing } from '@/components/wall/explained'
import { permissionOf } from '@/lib/domain/house'
import { type HouseFigure, partOfFigure } from '@/lib/domain/house-figure'
import { useLabel } from './use-label'
import './explain-button.css'

type PartLinkProps = {
  figure: HouseFigure
  of: HouseThing | undefined
  children: ReactNode
}

/** A figure of the house leads to the page of its part, where that may be seen and what the figure counts may not. */
export function PartLink({ figure, of, children }: PartLinkProps) {
  const t = useTranslations('explain')
  const label = useLabel({ house: figure, of: of ?? null })
  const part = partOfFigure(figure)
  const permission = permissionOf(part)
  const mayOpen = usePersonal(({ viewer }) => viewer !== null && viewer.permissions[permission] !== undefined)
  if (!mayOpen) return children
  return (
    <a className="explain" href={`/${part}`} title={t('open')}>
      <span className="sr-only">{t('name', { figure: t(`of.${figure}`), of: label })}</span> {children}
      <span className="sr-only">. {t('open')}</span>
    </a>
  )
}
