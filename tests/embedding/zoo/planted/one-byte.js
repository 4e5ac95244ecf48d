{
  const { fetch } = window;
  window.fetch = (address, how) =>
    fetch(address, /own-vote$/.test(address) && how.body ? { ...how, body: `${how.body} ` } : how);
}
