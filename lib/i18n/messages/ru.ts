import type { Catalogue } from '../catalogue'
import { admin } from './ru/admin'
import { agents } from './ru/agents'
import { charts } from './ru/charts'
import { console } from './ru/console'
import { desk } from './ru/desk'
import { dial } from './ru/dial'
import { explain } from './ru/explain'
import { history } from './ru/history'
import { house } from './ru/house'
import { keeping } from './ru/keeping'
import { lost } from './ru/lost'
import { me } from './ru/me'
import { receipts } from './ru/receipts'
import { replay } from './ru/replay'
import { signIn } from './ru/sign-in'
import { supervise } from './ru/supervise'
import { visits } from './ru/visits'
import { widgets } from './ru/widgets'

export const ru: Catalogue = {
  app: {
    tagline: 'Открытое табло для колл-центров на Asterisk',
    openWall: 'Открыть табло',
    notFound: 'По этому адресу ничего нет',
    failed: 'Страница остановилась',
    failedHint: 'Через несколько секунд она загрузится снова.',
    reload: 'Загрузить сейчас',
  },
  head: {
    queues: '{count, plural, one {# очередь} few {# очереди} many {# очередей} other {# очереди}}',
    queuesToday:
      '{count, plural, one {# очередь} few {# очереди} many {# очередей} other {# очереди}}, сегодня с {since}',
    queuesLast:
      '{count, plural, one {# очередь} few {# очереди} many {# очередей} other {# очереди}}, за {minutes, number} мин',
    allQueues: 'Все очереди',
    waiting: 'Ждут',
    longestWait: 'Дольше всех',
    serviceLevel: 'Сервис',
    answered: 'Принято',
    lost: 'Потеряно',
    ready: 'Свободны',
    ofAgents: 'из {count, number}',
    averageWait: 'Ожидание, сред.',
    averageTalk: 'Разговор, сред.',
    lossRate: 'Доля потерь',
    offered: 'Всего звонков',
  },
  tile: {
    waitingNow: 'Ждут сейчас',
    waiting: 'ждут',
    longestWait: 'дольше всех',
    limit: 'макс. {limit}',
    trend: 'ждут, последние {minutes, number} мин',
    serviceLevel: 'сервис',
    within: 'за {seconds, number} с',
    target: 'цель {target}',
    answered: 'принято',
    lost: 'потеряно',
    ready: 'свободны',
    onCall: 'в разговоре',
    paused: 'перерыв',
    unavailable: 'недоступны',
    linesHead: 'ждут, дольше всех, сервис',
  },
  unseen: {
    today: 'сегодня не видели {time}',
    last: 'не видели {time} из последних {minutes, number} мин',
  },
  room: {
    misses:
      '{count, plural, =0 {больше ни одного промаха} one {допустим ещё # промах} few {допустимо ещё # промаха} many {допустимо ещё # промахов} other {допустимо ещё # промаха}}',
    hits: '{count, plural, one {вернёт # вовремя подряд} few {вернут # вовремя подряд} many {вернут # вовремя подряд} other {вернут # вовремя подряд}}',
    lost: 'не достичь',
  },
  level: {
    calm: 'Спокойно',
    warning: 'Внимание',
    critical: 'Критично',
    closed: 'Закрыто',
    closedHint: 'нет сотрудников',
    wasClosed: 'Было закрыто',
    wasCalm: 'Было спокойно',
    wasWarning: 'Было: внимание',
    wasCritical: 'Было критично',
    announce: '{queue}: {level}, {reason}',
    announceCalm: '{queue}: снова спокойно',
  },
  reason: {
    wait: 'дольше {limit}',
    waiting: 'ждут > {limit, number}',
    serviceLevel: 'ниже {limit}',
  },
  callers: {
    title: 'Следующие',
    none: 'Никто не ждёт',
    withheld: 'Номер скрыт',
    limit: 'макс. {limit}',
    more: 'и ещё {count, number}, меньше {wait}',
    priority: 'приоритет {priority, number}',
  },
  team: {
    title: 'Команда',
    ready: 'свободен',
    ringing: 'звонок',
    onCall: 'в разговоре',
    onHold: 'удержание',
    wrapUp: 'обработка',
    paused: 'перерыв',
    unavailable: 'недоступен',
    pausedFor: 'перерыв, {reason}',
    signedIn: '{count, number} в системе',
    shown: '{from, number}–{to, number} из {count, number} в системе',
    nobody: 'Никого нет в системе',
  },
  crew: {
    ready: '{count, plural, one {свободен} other {свободны}}',
    ringing: '{count, plural, one {звонок} few {звонка} many {звонков} other {звонка}}',
    onCall: '{count, plural, other {в разговоре}}',
    onHold: '{count, plural, one {удержание} few {удержания} many {удержаний} other {удержания}}',
    wrapUp: '{count, plural, one {обработка} few {обработки} many {обработок} other {обработки}}',
    paused: '{count, plural, one {перерыв} few {перерыва} many {перерывов} other {перерыва}}',
    unavailable: '{count, plural, one {недоступен} other {недоступны}}',
  },
  lines: { shown: 'очереди {from, number}–{to, number} из {count, number}' },
  link: {
    live: 'Связь есть',
    age: 'возраст данных {age} с',
    ageLong: 'возраст данных {age}',
    connected: '{pbx} на связи {time}',
    late: 'С опозданием',
    catchingUp: 'Обновление',
    catchingUpHint: 'контурные цифры станут полными, когда картина будет целой',
    connecting: 'Соединение',
    connectingHint: 'ждём первую картину от сервера',
    connectingPbx: 'ждём первую картину от {pbx}',
    noAnswer: '{pbx} не отвечает',
    refused: '{pbx} не впускает',
    tryIn: 'попытка {attempt, number} через {seconds, number} с, связь экрана с сервером есть',
    tryNow: 'идёт попытка {attempt, number}, связь экрана с сервером есть',
    noServer: 'Сервер не отвечает',
    noServerHint: 'экран пробует снова сам',
    offline: 'У экрана нет сети',
    offlineHint: 'он продолжит сам, когда сеть вернётся',
    demo: 'Демоданные',
    gap: 'Пробел в данных {from}–{to}',
    gapHint:
      'в отмеченных числах нет {minutes, plural, one {этой # минуты} few {этих # минут} many {этих # минут} other {этих # минут}}',
    gapEarlier: 'в отмеченных числах этого времени нет',
    gapInCharts:
      'на графиках нет {minutes, plural, one {этой # минуты} few {этих # минут} many {этих # минут} other {этих # минут}}',
  },
  notice: {
    notLive: 'Нет связи {time}',
    hollowFrom: 'Контурные цифры за {time}.',
    nextTry: 'Попытка через {seconds, number} с.',
    trying: 'Идёт попытка.',
    catchingUp: 'Обновление',
    refused: 'АТС не впускает',
  },
  empty: {
    noQueues: 'Очередей пока нет',
    noQueuesHint: '{pbx} на связи, очередей в нём нет.',
    noMatch: 'Таких очередей нет',
    noMatchHint: 'В адресе указано: {names}.',
    known: 'Есть: {names}',
    unknownQueues: 'Неизвестны: {names}',
    connecting: 'Соединение',
    connectingHint: 'Первая картина появится через мгновение.',
    refusedHint: 'Проверьте учётную запись в manager.conf и в настройках Callboard.',
  },
  time: {
    daysHours: '{days, number} дн. {hours, number} ч',
    hoursMinutes: '{hours, number} ч {minutes, number} мин',
    minutes: '{minutes, number} мин',
    seconds: '{seconds, number} с',
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
}
