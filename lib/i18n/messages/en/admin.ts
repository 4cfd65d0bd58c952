export const admin = {
  title: 'Settings',
}
