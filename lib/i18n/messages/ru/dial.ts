export const dial = {
  title: 'Набор',
  call: 'Позвонить',
  callFrom: 'Позвонить с {phone}',
  callWith: 'Позвонить с',
  choosePhone: 'С какого телефона звонить на {number}',
  noPhone: 'Вам не назначен телефон; это делает администратор.',
} as const
