'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '@/components/session/use-format'
import { useTimes } from '@/components/session/use-times'
import type { LinkHealth } from '@/lib/domain/link'
import type { AsteriskRun, PbxStatus } from '@/lib/protocol/admin/pbx-status'
import { usePbxWords } from './use-pbx-words'

type FigureProps = { label: string; value: ReactNode; children?: ReactNode }

/** One figure with its name above and what belongs to it below. */
export function Figure({ label, value, children }: FigureProps) {
  return (
    <dl className="pbx-figure">
      <dt>{label}</dt>
      <dd className="ui-figure">{value}</dd>
      {children && <dd className="pbx-more">{children}</dd>}
    </dl>
  )
}

/** `22.10.1` large, and how the distribution calls it below. */
export function VersionFigure({ link }: { link: LinkHealth }) {
  const t = useTranslations('admin.pbx')
  const version = link.asteriskVersion
  const [number = '–'] = version?.split(/[~+]/) ?? []
  return (
    <Figure label={t('figure.version')} value={<bdi>{number}</bdi>}>
      {version !== null && version !== number && <bdi>{version}</bdi>}
    </Figure>
  )
}

export function UptimeFigure({ status }: { status: PbxStatus | null }) {
  const t = useTranslations('admin.pbx')
  const { duration } = usePbxWords()
  const run = status?.run ?? null
  return (
    <Figure label={t('figure.uptime')} value={run?.startedAt != null ? duration(Date.now() - run.startedAt) : '–'}>
      {run && <Began run={run} />}
    </Figure>
  )
}

/** When it started and was last reloaded; by its own clock where it does not tell how long that is ago. */
function Began({ run }: { run: AsteriskRun }) {
  const t = useTranslations('admin.pbx')
  const { dayAndTime } = useTimes()
  const { moment } = usePbxWords()
  const { startedAt, startedTold, reloadedAt, reloadedTold } = run
  if (startedAt === null)
    return (
      <>
        {startedTold && <span>{t('startedTold', { moment: startedTold })}</span>}
        {reloadedTold && reloadedTold !== startedTold && <span>{t('reloadedTold', { moment: reloadedTold })}</span>}
      </>
    )
  const isReloaded = reloadedAt !== null && reloadedAt - startedAt > 1000
  return (
    <>
      <span>{t('started', { moment: dayAndTime(startedAt) })}</span>
      <span>{isReloaded ? t('reloaded', { moment: moment(reloadedAt) }) : t('neverReloaded')}</span>
    </>
  )
}

export function CallsFigure({ run }: { run: AsteriskRun | null }) {
  const t = useTranslations('admin.pbx')
  const format = useFormat()
  const { calls = null, callsProcessed = null, maxCalls = null } = run ?? {}
  return (
    <Figure label={t('figure.calls')} value={calls === null ? '–' : format.number(calls)}>
      {run && <span>{callsProcessed === null ? t('processedUntold') : t('processed', { count: callsProcessed })}</span>}
      {maxCalls !== null && maxCalls > 0 && <span>{t('mostCalls', { count: maxCalls })}</span>}
    </Figure>
  )
}

/** How long an answer takes, and by which way it comes. */
export function DelayFigure({ link }: { link: LinkHealth }) {
  const t = useTranslations('admin.pbx')
  const { ms } = usePbxWords()
  const { way, encrypted, delayMs } = link
  const isPlain = way === 'tcp' || way === 'tls'
  return (
    <Figure label={t('figure.delay')} value={delayMs === null ? '–' : ms(delayMs)}>
      <span>{isPlain ? t(`way.${way}`) : t(encrypted ? 'way.https' : 'way.http', { form: way })}</span>
    </Figure>
  )
}
