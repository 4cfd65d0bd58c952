export const me = {
  title: 'Моё место',
}
