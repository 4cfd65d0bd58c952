import type { NumberRights } from '@/lib/domain/rights'
import type { AdminAccount, NewAccount } from '@/lib/protocol/admin/accounts'

/** A person as the form holds them. */
export type PersonFields = {
  name: string
  displayName: string
  role: AdminAccount['role']
  numbers: NumberRights | 'byRole'
  queues: string[] | null
  overrides: AdminAccount['overrides']
  isDisabled: boolean
  phones: { pbx: string; interface: string; exten: string; label: string }[]
}

/** `null`: somebody new. */
export function personFields(account: AdminAccount | null): PersonFields {
  return {
    name: account?.name ?? '',
    displayName: account?.displayName ?? '',
    role: account?.role ?? 'agent',
    numbers: account?.numbers ?? 'byRole',
    queues: account?.queues ?? null,
    overrides: account?.overrides ?? [],
    isDisabled: account?.isDisabled ?? false,
    phones: (account?.phones ?? []).map((phone) => ({ ...phone, exten: phone.exten ?? '', label: phone.label ?? '' })),
  }
}

/** As the server takes them. */
export function accountOf(fields: PersonFields): NewAccount {
  const { isDisabled: _, numbers, phones, ...rest } = fields
  return {
    ...rest,
    numbers: numbers === 'byRole' ? null : numbers,
    phones: phones.map(({ pbx, interface: name, exten, label }) => ({
      pbx,
      interface: name.trim(),
      exten: exten.trim() || null,
      label: label.trim() || null,
    })),
  }
}
