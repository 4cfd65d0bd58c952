/** What figures over visits are called. */
export const figures = {
  offered: 'Поступило',
  answered: 'Принято',
  lost: 'Потеряно',
  short: 'Короткие потери',
  other: 'Ушли иначе',
  unknown: 'Конец не виден',
  serviceLevel: 'Уровень сервиса',
  lossRate: 'Доля потерь',
  abandonRate: 'Доля отказов',
  speedOfAnswer: 'Скорость ответа',
  averageWait: 'Среднее ожидание',
  longestWait: 'Дольше всего',
  averageTalk: 'Средний разговор',
  averageHandling: 'Средняя обработка',
}

/** And those of this moment. */
export const liveFigures = {
  waiting: 'Ожидают',
  longestNow: 'Самое долгое ожидание',
  ready: 'Свободны',
  onCall: 'В работе',
  paused: 'На перерыве',
  unavailable: 'Недоступны',
  agents: {
    all: 'Операторы в системе',
    ready: 'Свободные операторы',
    ringing: 'Операторы, которым звонят',
    onCall: 'Операторы в разговоре',
    onHold: 'Операторы на удержании',
    wrapUp: 'Операторы в дообработке',
    paused: 'Операторы на перерыве',
    unavailable: 'Недоступные операторы',
  },
}

/** And those of the house. */
export const houseFigures = {
  parked: 'Звонки на парковке',
  rooms: 'Открытые конференции',
  participants: 'Участники конференций',
  messages: 'Новые сообщения',
  channels: 'Занятые каналы',
  phones: {
    ready: 'Свободные телефоны',
    onCall: 'Занятые телефоны',
    ringing: 'Звонящие телефоны',
    unavailable: 'Телефоны вне сети',
  },
}
