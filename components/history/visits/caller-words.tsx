'use client'

import { useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'

/** Who called: the name, and the number, which can be called where that is allowed. */
export function CallerWords({ name, number }: { name: string | null; number: string | null }) {
  const t = useTranslations('visits')
  if (name === null && number === null) return <span className="visit-dim">{t('withheld')}</span>
  return (
    <>
      {name !== null && name !== number && <bdi className="visit-name">{name}</bdi>}{' '}
      {number !== null && <NumberLink number={number} />}
    </>
  )
}
