import { type Action, type ActionContext, refuse, say, succeed } from './action'

const MODULES: ReadonlySet<string> = new Set([
  'app_chanspy',
  'app_confbridge',
  'app_dial',
  'app_directed_pickup',
  'app_mixmonitor',
  'app_originate',
  'app_queue',
  'app_voicemail',
  'bridge_softmix',
  'chan_iax2',
  'chan_pjsip',
  'func_presencestate',
  'pbx_config',
  'res_manager_devicestate',
  'res_manager_presencestate',
  'res_parking',
  'res_pjsip',
  'res_pjsip_messaging',
  'res_pjsip_outbound_registration',
])

const nameOf = (module: string) => module.replace(/\.so$/, '')

/** The version has been empty since Asterisk left Subversion. */
function moduleCheck(context: ActionContext): void {
  if (MODULES.has(nameOf(context.request.get('Module')))) succeed(context, ['Version', ''])
  else refuse(context, 'Module not loaded')
}

/** Nothing of the simulated house changes by it. */
function reload(context: ActionContext): void {
  const { pbx, request } = context
  const module = request.get('Module')
  if (module && !MODULES.has(nameOf(module))) {
    refuse(context, 'No such module')
    return
  }
  say(context, 'Module Reloaded')
  if (!module) pbx.reloadedAt = pbx.now()
  pbx.emit('system', 'Reload', () => [
    ['Module', module || 'All'],
    ['Status', 0],
  ])
}

function loggerRotate(context: ActionContext): void {
  say(context, 'Reloaded the logger and rotated log files')
}

export const MODULE_ACTIONS: readonly Action[] = [
  { name: 'LoggerRotate', synopsis: 'Reload and rotate the Asterisk logger.', run: loggerRotate },
  { name: 'ModuleCheck', synopsis: 'Check if module is loaded.', run: moduleCheck },
  { name: 'Reload', synopsis: 'Send a reload event.', run: reload },
]
