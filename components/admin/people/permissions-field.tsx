'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Select } from '@/components/ui/select'
import { PERMISSIONS, PERMISSIONS_OF_ROLE, type Permission, QUEUE_PERMISSIONS, type Role } from '@/lib/domain/rights'
import type { Override } from '@/lib/protocol/admin/accounts'
import { QueuePicker } from '../queue-picker'

type PermissionsFieldProps = {
  role: Role
  value: readonly Override[]
  onChange: (value: Override[]) => void
}

const ofQueues: ReadonlySet<Permission> = new Set(QUEUE_PERMISSIONS)

/** What one may do: by the role, unless it is said otherwise here, for all queues that one sees or for some. */
export function PermissionsField({ role, value, onChange }: PermissionsFieldProps) {
  const t = useTranslations('admin')
  const [open, setOpen] = useState(false)
  return (
    <details className="admin-set" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{t('people.may')}</b>{' '}
        <span className="admin-dim">{t('people.exceptions', { role: t(`role.${role}`), count: value.length })}</span>
      </summary>
      {open && <Rows role={role} value={value} onChange={onChange} />}
    </details>
  )
}

function Rows({ role, value, onChange }: PermissionsFieldProps) {
  const set = (permission: Permission, override: Override | null) => {
    const rest = value.filter((one) => one.permission !== permission)
    onChange(override ? [...rest, override] : rest)
  }
  return (
    <div className="admin-scroll">
      <table className="ui-table">
        <tbody>
          {PERMISSIONS.map((permission) => (
            <Row
              key={permission}
              permission={permission}
              byRole={PERMISSIONS_OF_ROLE[role].includes(permission)}
              override={value.find((one) => one.permission === permission) ?? null}
              onChange={(override) => set(permission, override)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  permission: Permission
  byRole: boolean
  override: Override | null
  onChange: (override: Override | null) => void
}

function Row({ permission, byRole, override, onChange }: RowProps) {
  const t = useTranslations('admin')
  const name = t(`permission.${permission}`)
  const choice = override === null ? 'byRole' : override.allowed ? 'yes' : 'no'
  const options = [
    { value: 'byRole' as const, label: t('byRole', { what: t(byRole ? 'allowed' : 'denied') }) },
    { value: 'yes' as const, label: t('allowed') },
    { value: 'no' as const, label: t('denied') },
  ]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          label={name}
          value={choice}
          options={options}
          onChange={(next) =>
            onChange(next === 'byRole' ? null : { permission, allowed: next === 'yes', queues: null })
          }
        />
        {override?.allowed && ofQueues.has(permission) && (
          <QueuePicker
            legend={t('people.inQueues')}
            allLabel={t('people.inAllSeen')}
            value={override.queues}
            onChange={(queues) => onChange({ ...override, queues })}
          />
        )}
      </td>
    </tr>
  )
}
