export const supervise = {
  title: 'Сейчас',
}
