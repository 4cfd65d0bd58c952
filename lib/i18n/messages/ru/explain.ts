import { figures, houseFigures, liveFigures } from './figures'

export const explain = {
  open: 'Из чего складывается',
  /** Before a figure, for those who listen: which it is, and of whom. */
  name: '{figure}, {of}:',
  of: { ...figures, ...liveFigures, ...houseFigures, taken: 'Принято звонков, по счёту Asterisk' },
  title: '{queue}, {time}',
  all: 'Все показанные очереди',
  today: 'сегодня',
  last: 'за {minutes, number} мин',
  figure: 'Показатель',
  history: 'Открыть в истории',
}
