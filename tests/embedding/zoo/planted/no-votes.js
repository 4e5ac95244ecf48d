{
  const { fetch } = window;
  window.fetch = (address, how) =>
    /own-vote$/.test(address) && how.body ? new Promise(() => undefined) : fetch(address, how);
}
