import { figures, houseFigures, liveFigures } from './figures'

/** A figure opened where it stands. */
export const explain = {
  open: 'What it is made of',
  /** Before a figure, for those who listen: which it is, and of whom. */
  name: '{figure}, {of}:',
  of: { ...figures, ...liveFigures, ...houseFigures, taken: 'Calls taken, by Asterisk’s count' },
  title: '{queue}, {time}',
  all: 'All queues shown',
  today: 'today',
  last: 'last {minutes, number} min',
  figure: 'Figure',
  history: 'Open in history',
} as const
