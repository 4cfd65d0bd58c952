'use client'

import { createContext, type ReactNode, useContext } from 'react'
import {
  type AccountRights,
  type HousePermission,
  inScope,
  may,
  type Permission,
  type QueuePermission,
} from '@/lib/domain/rights'
import type { Viewer } from '@/lib/protocol/viewer'

const ViewerContext = createContext<Viewer | null>(null)

/** Tells everything below it who looks. */
export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

/** Who looks, and what they may see and do, as of now: a changed right shows without a reload. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer needs a ViewerProvider above it.')
  return viewer
}

/**
 * May whoever looks do this? `queue`: Asterisk's name of it; `null`: something of no queue, which needs all; left out:
 * in any queue at all. Only for what to offer: the server checks again.
 */
export function useMay(permission: HousePermission): boolean
export function useMay(permission: QueuePermission, queue?: string | null): boolean
export function useMay(permission: Permission, queue?: string | null): boolean {
  return viewerMay(useViewer(), permission, queue)
}

/** The same where hooks cannot stand, such as in a loop over rows. */
export function viewerMay(viewer: Viewer, permission: Permission, queue?: string | null): boolean {
  const rights = viewer as Pick<AccountRights, 'permissions'>
  if (queue === undefined) return may(rights, permission)
  const scope = rights.permissions[permission]
  return scope !== undefined && inScope(scope, queue)
}
