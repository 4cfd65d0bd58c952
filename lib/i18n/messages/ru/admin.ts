export const admin = {
  title: 'Настройки',
}
