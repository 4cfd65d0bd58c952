export const dial = {
  title: 'Набор',
}
