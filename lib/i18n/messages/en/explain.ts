/** A figure opened where it stands. */
export const explain = {
  open: 'what it is made of',
  title: '{queue}, {time}',
  all: 'All queues shown',
  today: 'today',
  last: 'last {minutes, number} min',
  figure: 'Figure',
  history: 'Open in history',
} as const
