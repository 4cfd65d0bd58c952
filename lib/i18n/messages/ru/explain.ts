export const explain = {
  open: 'из чего складывается',
  title: '{queue}, {time}',
  all: 'Все показанные очереди',
  today: 'сегодня',
  last: 'за {minutes, number} мин',
  figure: 'Показатель',
  history: 'Открыть в истории',
}
