'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { ModuleState } from '@/lib/protocol/admin/pbx-status'

const ICONS = { yes: 'done', no: 'minus', notTold: 'minus' } as const
/** Without it there is no picture at all; a house can do without the others. */
const NEEDED = 'app_queue'

/** What of Asterisk is needed, and whether it is loaded; what is not comes first. */
export function ModulesPanel({ modules }: { modules: readonly ModuleState[] }) {
  const t = useTranslations('admin.pbx.modules')
  const inOrder = [...modules].sort((one, other) => rank(one) - rank(other))
  return (
    <section className="ui-panel">
      <header>
        <h2>{t('title')}</h2>
        <span className="pbx-count">{t('about')}</span>
      </header>
      <div className="admin-body">
        <ul className="pbx-modules">
          {inOrder.map((module) => (
            <Module key={module.name} module={module} />
          ))}
        </ul>
        {modules.some(({ present }) => present === 'notTold') && <p className="admin-note">{t('notTold')}</p>}
      </div>
    </section>
  )
}

function rank({ present }: ModuleState): number {
  return present === 'no' ? 0 : 1
}

function Module({ module: { name, present, serves } }: { module: ModuleState }) {
  const t = useTranslations('admin.pbx.modules')
  const isNeeded = name === NEEDED
  const words = serves.map((one) => (t.has(`serves.${one}` as never) ? t(`serves.${one}` as never) : one))
  return (
    <li data-present={present} data-needed={isNeeded ? '' : undefined}>
      <Icon name={isNeeded && present === 'no' ? 'warning' : ICONS[present]} />
      <b>{name}</b>
      <span>{t(`present.${present}`)}</span>
      <span className="pbx-serves">{words.join(', ')}</span>
    </li>
  )
}
