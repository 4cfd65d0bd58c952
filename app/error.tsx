'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

/** Nobody stands at a wall to press a button: it helps itself, but never leaves this page for a server that is down. */
const TRY_MS = 10_000

async function reloadWhenUp(): Promise<void> {
  const up = await fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (up) window.location.reload()
}

export default function PageError() {
  const t = useTranslations('app')
  useEffect(() => {
    const timer = setInterval(reloadWhenUp, TRY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-6 bg-page p-8 text-center font-sans text-ink">
      <h1 className="font-semibold text-desk-2xl">{t('failed')}</h1>
      <p className="text-ink-2">{t('failedHint')}</p>
      <button
        type="button"
        className="rounded-chip bg-primary px-4 py-2 font-medium text-on-primary"
        onClick={() => window.location.reload()}
      >
        {t('reload')}
      </button>
    </main>
  )
}
