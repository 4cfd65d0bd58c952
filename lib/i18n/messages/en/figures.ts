/** What figures over visits are called. */
export const figures = {
  offered: 'Offered',
  answered: 'Answered',
  lost: 'Lost',
  short: 'Short losses',
  other: 'Left otherwise',
  unknown: 'End not seen',
  serviceLevel: 'Service level',
  lossRate: 'Loss rate',
  abandonRate: 'Abandon rate',
  speedOfAnswer: 'Speed of answer',
  averageWait: 'Average wait',
  longestWait: 'Longest wait',
  averageTalk: 'Average talk',
  averageHandling: 'Average handling',
} as const

/** And those of this moment. */
export const liveFigures = {
  waiting: 'Waiting',
  longestNow: 'Longest wait',
  ready: 'Ready',
  onCall: 'On call',
  paused: 'Paused',
  unavailable: 'Unavailable',
  agents: {
    all: 'Agents signed in',
    ready: 'Agents ready',
    ringing: 'Agents ringing',
    onCall: 'Agents on call',
    onHold: 'Agents on hold',
    wrapUp: 'Agents in wrap-up',
    paused: 'Agents paused',
    unavailable: 'Agents unavailable',
  },
} as const

/** And those of the house. */
export const houseFigures = {
  parked: 'Parked calls',
  rooms: 'Open conferences',
  participants: 'People in conferences',
  messages: 'New messages',
  channels: 'Channels in use',
  phones: {
    ready: 'Phones free',
    onCall: 'Phones on call',
    ringing: 'Phones ringing',
    unavailable: 'Phones not there',
  },
} as const
