export const signIn = {
  title: 'Вход',
}
