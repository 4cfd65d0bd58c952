'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { bookmarklet } from './bookmarklet'
import { Panel } from './panel'

/** Ways to dial from outside: the browser's telephone links, a bookmark, a link for other programs. */
export function LinksPanel() {
  const t = useTranslations('desk.own.links')
  const may = useMay('dial')
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  if (!may) return null
  return (
    <Panel title={t('title')}>
      <h3>{t('handler')}</h3>
      <p className="text-ink-2">{t('handlerHint')}</p>
      <TelHandler />
      <h3>{t('bookmarklet')}</h3>
      <p className="text-ink-2">{t('bookmarkletHint')}</p>
      <span className="flex flex-wrap items-center gap-2">
        <Bookmarklet origin={origin} name={t('bookmarkletName')} />
        <CopyButton text={bookmarklet(origin)} />
      </span>
      <h3>{t('address')}</h3>
      <p className="text-ink-2">{t('addressHint')}</p>
      <span className="flex flex-wrap items-center gap-2">
        <code className="account-token">{`${origin}/dial?to=%2B49301234567`}</code>
        <CopyButton text={`${origin}/dial?to=`} />
      </span>
    </Panel>
  )
}

function TelHandler() {
  const t = useTranslations('desk.own.links')
  const [state, setState] = useState<'idle' | 'asked' | 'refused'>('idle')
  function register(): void {
    try {
      navigator.registerProtocolHandler('tel', '/dial?to=%s')
      setState('asked')
    } catch {
      setState('refused')
    }
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button icon="link" onClick={register}>
        {t('register')}
      </Button>
      <span role="status">{state === 'asked' ? t('registered') : state === 'refused' ? t('noHandler') : ''}</span>
    </span>
  )
}

/** React refuses to write `javascript:` addresses, rightly; this one is ours and is only dragged away. */
function Bookmarklet({ origin, name }: { origin: string; name: string }) {
  const ref = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (origin !== '') ref.current?.setAttribute('href', bookmarklet(origin))
  }, [origin])
  return (
    <a
      ref={ref}
      href="/dial"
      className="ui-button justify-self-start"
      // Pressed here it would run under this page's policy, which runs nothing of the kind.
      onClick={(event) => event.preventDefault()}
    >
      {name}
    </a>
  )
}
