'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { type AdminPbx, adminPbxSchema, type Feature } from '@/lib/protocol/admin/pbx'
import { AdminFrame } from './admin-frame'
import { useMomentText } from './moment-text'
import { ScrollBox } from './scroll-box'

/** How the PBX stands, and what our account may do there. */
export function PbxPage() {
  const t = useTranslations('admin')
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'pbx'],
    queryFn: ({ signal }) => fetchJson('/api/v1/admin/pbx', (value) => adminPbxSchema.parse(value).items, { signal }),
    refetchInterval: 10_000,
  })
  return (
    <AdminFrame part="pbx">
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data?.length === 0 && <Empty icon="activity" title={t('pbx.none')} />}
      {data?.map((pbx) => (
        <Pbx key={pbx.link.pbx} pbx={pbx} />
      ))}
    </AdminFrame>
  )
}

function Pbx({ pbx: { link, features, writeLine } }: { pbx: AdminPbx }) {
  const t = useTranslations('admin')
  const moment = useMomentText(true)
  return (
    <section className="ui-panel">
      <header>
        <h2>
          <bdi>{link.label}</bdi>
        </h2>
        <span className={link.state === 'live' ? 'admin-good' : 'admin-bad'}>{t(`pbx.state.${link.state}`)}</span>
      </header>
      <div className="admin-body">
        <dl className="admin-detail">
          <dt>{t('pbx.version')}</dt>
          <dd>{link.asteriskVersion ?? '–'}</dd>
          <dt>{t('pbx.since')}</dt>
          <dd>{moment(link.since)}</dd>
          {link.error && <dt>{t('pbx.error')}</dt>}
          {link.error && <dd className="admin-bad">{link.error}</dd>}
        </dl>
        {features.length === 0 ? <p className="admin-note">{t('pbx.notKnown')}</p> : <Features features={features} />}
        {writeLine && (
          <div className="admin-set">
            <p>{t('pbx.giveIt')}</p>
            <code className="admin-code">{writeLine}</code>
          </div>
        )}
      </div>
    </section>
  )
}

const MISSING = { no: 'yes', class: 'missing', action: 'notThere' } as const

function Features({ features }: { features: readonly Feature[] }) {
  const t = useTranslations('admin')
  return (
    <ScrollBox label={t('pbx.feature')}>
      <table className="ui-table">
        <thead>
          <tr>
            {(['feature', 'action', 'needs', 'has'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`pbx.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map((feature) => (
            <tr key={feature.name}>
              <td>
                {t.has(`feature.${feature.name}` as never) ? t(`feature.${feature.name}` as never) : feature.name}
              </td>
              <td>{feature.actions.map(({ name }) => name).join(', ')}</td>
              <td>{feature.needs ?? t('pbx.anyAccount')}</td>
              <td className={feature.missing ? 'admin-bad' : 'admin-good'}>
                <Icon name={feature.missing ? 'warning' : 'done'} /> {t(`pbx.${MISSING[feature.missing ?? 'no']}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
