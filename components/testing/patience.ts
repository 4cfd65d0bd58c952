// Components' tests wait as long as all others: the library's one second would fail what is right, on a busy machine.
// And what was answered is told of before `act` returns, not by a timer that runs before it or after, as the machine will.
if (typeof document !== 'undefined') {
  const [{ configure }, { notifyManager }] = await Promise.all([
    import('@testing-library/react'),
    import('@tanstack/react-query'),
  ])
  configure({ asyncUtilTimeout: 30_000 })
  notifyManager.setScheduler(queueMicrotask)
}

export {}
