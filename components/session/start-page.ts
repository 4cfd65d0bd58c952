import type { Role } from '@/lib/domain/rights'
import { unreachable } from '@/lib/unreachable'

/** Where one begins after the sign-in. */
export function startPage(role: Role): string {
  switch (role) {
    case 'admin':
    case 'supervisor':
      return '/supervise'
    case 'agent':
      return '/me'
    case 'display':
      return '/wall'
    default:
      return unreachable(role)
  }
}
