export const supervise = {
  title: 'Live',
}
