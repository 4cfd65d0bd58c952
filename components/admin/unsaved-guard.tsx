'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/components/ui/confirm'

/** While something is not saved, asks before it is left: by a link of ours here, by the browser otherwise. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const t = useTranslations('admin')
  const router = useRouter()
  const [goTo, setGoTo] = useState<string | null>(null)
  useEffect(() => {
    if (!dirty) return
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault()
    const clicked = (event: MouseEvent) => {
      const href = linkAway(event)
      if (href === null) return
      event.preventDefault()
      event.stopPropagation()
      setGoTo(href)
    }
    window.addEventListener('beforeunload', leaving)
    document.addEventListener('click', clicked, true)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      document.removeEventListener('click', clicked, true)
    }
  }, [dirty])
  return (
    <Confirm
      open={goTo !== null}
      onClose={() => setGoTo(null)}
      title={t('unsaved.title')}
      text={t('unsaved.text')}
      verb={t('unsaved.leave')}
      onConfirm={() => goTo !== null && router.push(goTo)}
    />
  )
}

/** Where a plain click on a link of ours leads away from this page; `null`: it does not. */
function linkAway(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target === '_blank' || link.hasAttribute('download')) return null
  const { origin, pathname, search } = new URL(link.href, window.location.href)
  if (origin !== window.location.origin || pathname === window.location.pathname) return null
  return pathname + search
}
