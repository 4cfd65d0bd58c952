import type { Api } from '@/server/api/app'
import { addAccountRoutes } from './accounts'
import { addAuditRoutes } from './audit'
import type { AdminDeps } from './deps'
import { addHistoryRoutes } from './history'
import { addPbxRoutes } from './pbx'
import { addPbxStatusRoutes } from './pbx-status'
import { addSessionRoutes } from './sessions'
import { addAdminSettingsRoutes } from './settings'
import { addTokenRoutes } from './tokens'

/** `/api/v1/admin/…`: the guard lets in whoever has the permission `admin`, and to the audit log `audit.read`. */
export function addAdminRoutes(api: Api, deps: AdminDeps): void {
  addAccountRoutes(api, deps.accounts)
  addSessionRoutes(api, deps.sessions)
  addTokenRoutes(api, deps.tokens)
  addAdminSettingsRoutes(api, deps)
  addHistoryRoutes(api, deps)
  addPbxRoutes(api, deps)
  addPbxStatusRoutes(api, deps)
  addAuditRoutes(api, deps.audit)
}
