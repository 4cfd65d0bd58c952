import type { ModuleState } from '@/lib/protocol/admin/pbx-status'

type Module = {
  name: string
  /** Features that need it (`features.ts` of the API names them). */
  serves: readonly string[]
  /** Actions that it brings: if one is offered, it is there. Actions that are offered whatever is loaded are left out. */
  brings: readonly string[]
}

/** What of Asterisk the product builds on; names as `module show` has them, without `.so`. */
export const MODULES: readonly Module[] = [
  { name: 'app_queue', serves: ['queues'], brings: ['QueueStatus'] },
  { name: 'chan_pjsip', serves: ['phones', 'trunks'], brings: [] },
  { name: 'res_pjsip', serves: ['phones', 'trunks'], brings: ['PJSIPShowEndpoints', 'PJSIPQualify'] },
  {
    name: 'res_pjsip_outbound_registration',
    serves: ['registrations'],
    brings: ['PJSIPShowRegistrationsOutbound', 'PJSIPRegister'],
  },
  { name: 'chan_iax2', serves: ['iax'], brings: ['IAXpeerlist', 'IAXpeers'] },
  { name: 'res_parking', serves: ['parking'], brings: ['Parkinglots', 'ParkedCalls'] },
  { name: 'app_confbridge', serves: ['conferences'], brings: ['ConfbridgeListRooms'] },
  { name: 'app_voicemail', serves: ['mailboxes'], brings: ['VoicemailUsersList'] },
  { name: 'app_chanspy', serves: ['listen'], brings: [] },
  { name: 'app_directed_pickup', serves: ['pickUp'], brings: [] },
  { name: 'app_mixmonitor', serves: ['record'], brings: ['MixMonitor', 'MixMonitorMute'] },
  { name: 'func_presencestate', serves: ['presence'], brings: [] },
  { name: 'res_manager_devicestate', serves: ['states'], brings: ['DeviceStateList'] },
  { name: 'res_manager_presencestate', serves: ['presence'], brings: ['PresenceStateList'] },
  { name: 'res_pjsip_messaging', serves: ['text'], brings: [] },
]

type Asking = {
  offers(action: string): boolean
  /** By `ModuleCheck`; `null`: no answer. */
  check(module: string): Promise<boolean | null>
}

/** Which of them are loaded: asked for where the account may (class `system`), else by what is offered. */
export function readModules({ offers, check }: Asking): Promise<ModuleState[]> {
  const mayAsk = offers('ModuleCheck')
  return Promise.all(
    MODULES.map(async ({ name, serves, brings }): Promise<ModuleState> => {
      const isThere = brings.some(offers) || (mayAsk ? await check(name) : null)
      return { name, serves: [...serves], present: isThere === null ? 'notTold' : isThere ? 'yes' : 'no' }
    }),
  )
}
