export const me = {
  title: 'My desk',
}
