import { admin } from './en/admin'
import { agents } from './en/agents'
import { charts } from './en/charts'
import { console } from './en/console'
import { desk } from './en/desk'
import { dial } from './en/dial'
import { explain } from './en/explain'
import { history } from './en/history'
import { house } from './en/house'
import { keeping } from './en/keeping'
import { lost } from './en/lost'
import { me } from './en/me'
import { receipts } from './en/receipts'
import { replay } from './en/replay'
import { signIn } from './en/sign-in'
import { supervise } from './en/supervise'
import { visits } from './en/visits'
import { widgets } from './en/widgets'

/**
 * Every text of the product, in ICU MessageFormat. English is the source: its keys and arguments are what the types
 * demand of every other language (`Catalogue`).
 */
export const en = {
  app: {
    tagline: 'The open wallboard for call centres on Asterisk',
    openWall: 'Open the wall',
    notFound: 'There is nothing at this address',
    failed: 'This page has stopped',
    failedHint: 'It reloads by itself in a few seconds.',
    reload: 'Reload now',
  },
  head: {
    queues: '{count, plural, one {# queue} other {# queues}}',
    queuesToday: '{count, plural, one {# queue} other {# queues}}, today from {since}',
    queuesLast: '{count, plural, one {# queue} other {# queues}}, last {minutes, number} min',
    allQueues: 'All queues',
    waiting: 'Waiting',
    longestWait: 'Longest wait',
    serviceLevel: 'Service level',
    answered: 'Answered',
    lost: 'Lost',
    ready: 'Ready',
    ofAgents: 'of {count, number}',
    averageWait: 'Average wait',
    averageTalk: 'Average talk',
    lossRate: 'Loss rate',
    offered: 'Offered',
  },
  tile: {
    waitingNow: 'Waiting now',
    waiting: 'waiting',
    longestWait: 'longest wait',
    limit: 'limit {limit}',
    trend: 'waiting, last {minutes, number} min',
    serviceLevel: 'service level',
    within: 'in {seconds, number} s',
    target: 'target {target}',
    answered: 'answered',
    lost: 'lost',
    ready: 'ready',
    onCall: 'on call',
    paused: 'paused',
    unavailable: 'unavailable',
    linesHead: 'waiting, longest, level',
  },
  /** Beside figures that miss something. */
  unseen: {
    today: 'not seen for {time} today',
    last: 'not seen for {time} of the last {minutes, number} min',
  },
  /** How far the target of a service level is away. */
  room: {
    misses: '{count, plural, =0 {no more misses allowed} one {# more miss allowed} other {# more misses allowed}}',
    hits: '{count, plural, one {# straight hit wins it back} other {# straight hits win it back}}',
    lost: 'out of reach',
  },
  level: {
    calm: 'Calm',
    warning: 'Warning',
    critical: 'Critical',
    closed: 'Closed',
    closedHint: 'nobody is signed in',
    wasClosed: 'Was closed',
    wasCalm: 'Was calm',
    wasWarning: 'Was warning',
    wasCritical: 'Was critical',
    announce: '{queue}: {level}, {reason}',
    announceCalm: '{queue}: calm again',
  },
  reason: {
    wait: 'wait over {limit}',
    waiting: 'over {limit, number} waiting',
    serviceLevel: 'level under {limit}',
  },
  callers: {
    title: 'Next in line',
    none: 'Nobody is waiting',
    withheld: 'Withheld',
    limit: 'limit {limit}',
    more: 'and {count, number} more, under {wait}',
    priority: 'priority {priority, number}',
  },
  team: {
    title: 'Team',
    ready: 'ready',
    ringing: 'ringing',
    onCall: 'on call',
    onHold: 'on hold',
    wrapUp: 'wrap-up',
    paused: 'paused',
    unavailable: 'unavailable',
    pausedFor: 'paused, {reason}',
    signedIn: '{count, number} signed in',
    shown: '{from, number}–{to, number} of {count, number} signed in',
    nobody: 'Nobody is signed in',
  },
  /** The words of `team` after a count, which some languages bend. */
  crew: {
    ready: '{count, plural, other {ready}}',
    ringing: '{count, plural, other {ringing}}',
    onCall: '{count, plural, other {on call}}',
    onHold: '{count, plural, other {on hold}}',
    wrapUp: '{count, plural, other {wrap-up}}',
    paused: '{count, plural, other {paused}}',
    unavailable: '{count, plural, other {unavailable}}',
  },
  lines: { shown: 'queues {from, number}–{to, number} of {count, number}' },
  link: {
    live: 'Live',
    age: 'data {age} s old',
    ageLong: 'data {age} old',
    connected: '{pbx} connected {time}',
    late: 'Late',
    catchingUp: 'Catching up',
    catchingUpHint: 'figures are hollow until the picture is complete',
    connecting: 'Connecting',
    connectingHint: 'waiting for the first picture from the server',
    connectingPbx: 'waiting for the first picture from {pbx}',
    noAnswer: 'No answer from {pbx}',
    refused: '{pbx} does not let us in',
    tryIn: 'try {attempt, number} in {seconds, number} s, this screen reaches the server',
    tryNow: 'trying now, try {attempt, number}, this screen reaches the server',
    noServer: 'No answer from the server',
    noServerHint: 'this screen tries again by itself',
    offline: 'This screen has no network',
    offlineHint: 'it goes on by itself once the network is back',
    demo: 'Demo data',
    gap: 'Data gap {from}–{to}',
    gapHint: 'marked figures miss {minutes, plural, one {this minute} other {these # minutes}}',
    gapInCharts: 'the charts miss {minutes, plural, one {this minute} other {these # minutes}}',
    gapEarlier: 'marked figures miss this time',
  },
  notice: {
    notLive: 'Not live for {time}',
    hollowFrom: 'Hollow figures are from {time}.',
    nextTry: 'Next try in {seconds, number} s.',
    trying: 'Trying now.',
    catchingUp: 'Catching up',
    refused: 'The PBX does not let us in',
  },
  empty: {
    noQueues: 'No queues yet',
    noQueuesHint: '{pbx} is live and has no queues.',
    noMatch: 'None of these queues is known',
    noMatchHint: 'The address asks for {names}.',
    known: 'Known: {names}',
    unknownQueues: 'Not known: {names}',
    connecting: 'Connecting',
    connectingHint: 'The first picture comes in a moment.',
    refusedHint: 'Check the account in manager.conf and in Callboard’s configuration.',
  },
  time: {
    daysHours: '{days, number} d {hours, number} h',
    hoursMinutes: '{hours, number} h {minutes, number} min',
    minutes: '{minutes, number} min',
    seconds: '{seconds, number} s',
  },
  widgets,
  explain,
  keeping,
  desk,
  signIn,
  receipts,
  dial,
  supervise,
  me,
  admin,
  charts,
  console,
  house,
  history,
  replay,
  visits,
  lost,
  agents,
} as const
