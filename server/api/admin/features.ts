import type { Feature } from '@/lib/protocol/admin/pbx'

/**
 * What people do, the AMI actions of which one is enough for it, and the write class that gives them (`manager.conf`, `write=`).
 * Classes as the actions register themselves: main/manager.c, apps/app_queue.c, apps/app_mixmonitor.c, res/res_parking.c;
 * `null`: any account that may sign in.
 */
type Need = { name: string; actions: readonly string[]; needs: string | null }

const NEEDS: readonly Need[] = [
  { name: 'picture', actions: ['QueueStatus'], needs: null },
  { name: 'calls', actions: ['CoreShowChannels'], needs: 'reporting' },
  { name: 'agents', actions: ['QueuePause'], needs: 'agent' },
  { name: 'membership', actions: ['QueueAdd'], needs: 'agent' },
  { name: 'penalty', actions: ['QueuePenalty'], needs: 'agent' },
  { name: 'ringInUse', actions: ['QueueMemberRingInUse'], needs: 'agent' },
  { name: 'priority', actions: ['QueueChangePriorityCaller'], needs: null },
  { name: 'withdraw', actions: ['QueueWithdrawCaller'], needs: null },
  { name: 'move', actions: ['Redirect'], needs: 'call' },
  { name: 'hangUp', actions: ['Hangup'], needs: 'call' },
  { name: 'transfer', actions: ['BlindTransfer', 'Redirect'], needs: 'call' },
  { name: 'attendedTransfer', actions: ['Atxfer'], needs: 'call' },
  { name: 'cancelTransfer', actions: ['CancelAtxfer'], needs: 'call' },
  { name: 'park', actions: ['Park'], needs: 'call' },
  { name: 'limit', actions: ['AbsoluteTimeout'], needs: 'call' },
  { name: 'record', actions: ['MixMonitor', 'Monitor'], needs: 'system' },
  { name: 'muteRecording', actions: ['MixMonitorMute'], needs: 'call' },
  { name: 'dial', actions: ['Originate'], needs: 'originate' },
  { name: 'listen', actions: ['Originate'], needs: 'originate' },
  { name: 'queueReset', actions: ['QueueReset'], needs: null },
  { name: 'queueReload', actions: ['QueueReload'], needs: null },
]

/** Each thing people do, with what this account of ours may send there. */
export function featuresOf(offers: (action: string) => boolean): Feature[] {
  // ListCommands leaves out what an account may not send: a class of which one action is there is held.
  const held = new Set(NEEDS.filter(({ actions }) => actions.some(offers)).map(({ needs }) => needs))
  held.add(null)
  return NEEDS.map(({ name, actions, needs }) => {
    const offered = actions.map((action) => ({ name: action, offered: offers(action) }))
    const has = offered.some((action) => action.offered)
    return { name, actions: offered, needs, missing: has ? null : held.has(needs) ? 'action' : 'class' }
  })
}

/** The line that gives what is missing, beside what works already; `null`: no class is missing. */
export function writeLineOf(features: readonly Feature[]): string | null {
  if (!features.some(({ missing }) => missing === 'class')) return null
  const classes = new Set(features.flatMap(({ needs }) => needs ?? []))
  return `write = ${[...classes].sort().join(',')}`
}
