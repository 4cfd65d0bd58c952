export const desk = {
  title: 'Рабочее место',
}
