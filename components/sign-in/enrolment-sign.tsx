'use client'

import { useTranslations } from 'use-intl'
import type { Enrolment } from '@/lib/protocol/account'

/** A QR code needs a quiet field of four modules around it (ISO 18004, 5.3.8). */
const QUIET = 4

/** What an authenticator app scans, and the same as letters. */
export function EnrolmentSign({ enrolment: { qr, secret } }: { enrolment: Enrolment }) {
  const t = useTranslations('signIn')
  const field = qr.size + 2 * QUIET
  return (
    <div className="grid justify-items-start gap-3">
      <svg
        role="img"
        aria-label={t('qr')}
        viewBox={`${-QUIET} ${-QUIET} ${field} ${field}`}
        className="size-48 rounded-chip bg-white"
        shapeRendering="crispEdges"
      >
        <path d={qr.path} fill="black" />
      </svg>
      <p className="text-ink-2">
        {t('enrolKey')} <code className="select-all break-all text-ink">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </div>
  )
}
