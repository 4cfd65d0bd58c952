'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { type Feature, SECTIONS } from '@/lib/protocol/admin/pbx'
import { ScrollBox } from '../scroll-box'
import type { WatchedPbx } from './use-pbx'

/** What our account may do there: what is missing first, with the line that gives it; the whole list on demand. */
export function RightsPanel({ pbx: { features, writeLine, status } }: { pbx: WatchedPbx }) {
  const t = useTranslations('admin.pbx')
  const gaps = features.filter(({ missing }) => missing !== null)
  const lists = status?.missingLists ?? []
  return (
    <section className="ui-panel">
      <header>
        <h2>{t('rights.title')}</h2>
        {gaps.length > 0 && <span className="pbx-count">{t('rights.gaps', { count: gaps.length })}</span>}
      </header>
      <div className="admin-body">
        {features.length === 0 && <p className="admin-note">{t('rights.notKnown')}</p>}
        {features.length > 0 && gaps.length === 0 && <p className="pbx-calm">{t('rights.all')}</p>}
        {gaps.length > 0 && <Features features={gaps} label={t('rights.title')} />}
        {writeLine && (
          <div className="admin-set">
            <p>{t('rights.giveIt')}</p>
            <Code lines={[writeLine]} />
          </div>
        )}
        {lists.length > 0 && (
          <p>
            {t('rights.lists')} <b className="pbx-names">{lists.join(', ')}</b>
          </p>
        )}
        {features.length > 0 && (
          <details className="pbx-fold">
            <summary>{t('rights.whole')}</summary>
            <Features features={features} label={t('rights.whole')} />
          </details>
        )}
      </div>
    </section>
  )
}

/** Lines of a configuration file, to be copied. */
export function Code({ lines }: { lines: readonly string[] }) {
  const text = lines.join('\n')
  return (
    <div className="pbx-code">
      <code className="admin-code">{text}</code>
      <CopyButton text={text} />
    </div>
  )
}

const MISSING = { no: 'yes', class: 'missing', action: 'notThere' } as const

function Features({ features, label }: { features: readonly Feature[]; label: string }) {
  const t = useTranslations('admin.pbx')
  const sections = SECTIONS.map((section) => [section, features.filter((one) => one.section === section)] as const)
  return (
    <ScrollBox label={label}>
      <table className="ui-table pbx-rights">
        <thead>
          <tr>
            {(['feature', 'action', 'needs', 'has'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`rights.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {sections
          .filter(([, some]) => some.length > 0)
          .map(([section, some]) => (
            <tbody key={section}>
              <tr>
                <th colSpan={4} scope="rowgroup">
                  {t(`section.${section}`)}
                </th>
              </tr>
              {some.map((feature) => (
                <FeatureRow key={feature.name} feature={feature} />
              ))}
            </tbody>
          ))}
      </table>
    </ScrollBox>
  )
}

function FeatureRow({ feature: { name, actions, needs, missing } }: { feature: Feature }) {
  const t = useTranslations('admin.pbx')
  return (
    <tr>
      <td>{t.has(`feature.${name}` as never) ? t(`feature.${name}` as never) : name}</td>
      <td>{actions.map((action) => action.name).join(', ')}</td>
      <td>{needs ?? t('rights.anyAccount')}</td>
      <td className={missing === 'class' ? 'admin-bad' : missing ? 'admin-dim' : ''}>
        <Icon name={missing === 'class' ? 'warning' : missing ? 'minus' : 'done'} />{' '}
        {t(`rights.${MISSING[missing ?? 'no']}`)}
      </td>
    </tr>
  )
}
