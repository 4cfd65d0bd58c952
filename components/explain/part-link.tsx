'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { usePersonal } from '@/components/live/use-personal'
import { type HousePart, permissionOf } from '@/lib/domain/house'
import './explain-button.css'

type PartLinkProps = {
  part: HousePart
  /** Which of several figures of the part it is. */
  word: string | undefined
  children: ReactNode
}

/** A figure of a part of the house leads to the page that has all it counts, for those who may see that. */
export function PartLink({ part, word, children }: PartLinkProps) {
  const t = useTranslations()
  const permission = permissionOf(part)
  const mayOpen = usePersonal(({ viewer }) => viewer !== null && viewer.permissions[permission] !== undefined)
  if (!mayOpen) return children
  const title = t(`widgets.${part}.title`)
  return (
    <a className="explain" href={`/${part}`} title={t('explain.open')}>
      <span className="sr-only">{word === undefined ? title : t('explain.title', { queue: title, time: word })}:</span>{' '}
      {children}
      <span className="sr-only">. {t('explain.open')}</span>
    </a>
  )
}
