/** Quick exit: a link that replaces the page, Escape twice or Shift three times, and nothing left behind. */
export function startExit() {
  const link = document.querySelector('#exit');
  const leave = () => {
    document.body.hidden = true;
    document.querySelector('form')?.reset();
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  addEventListener(
    'keyup',
    (event) => {
      const wanted = event.key === 'Escape' ? 2 : event.key === 'Shift' ? 3 : 0;
      presses = wanted ? [...presses, event.key].filter((key) => key === event.key) : [];
      if (wanted && presses.length === wanted) leave();
    },
    true,
  );
  addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault(), true);
  addEventListener('pagehide', () => document.querySelector('form')?.reset());
}
