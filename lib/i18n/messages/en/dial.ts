export const dial = {
  title: 'Dial',
}
