// Our desk as a page has it: two elements, somebody signs in.
const desk = () => document.querySelector('fl-case-desk');
let given;

window.bench.register({
  root: () => desk().shadowRoot,
  scroller: () => desk().shadowRoot.querySelector('#rows'),
  async prepare() {
    given = await (await fetch('/session')).json();
    document.querySelector('main').innerHTML =
      `<fl-client base-url="/api" federation="${given.federation}"><fl-case-desk></fl-case-desk></fl-client>`;
    while (!desk().session) await new Promise((next) => requestAnimationFrame(next));
    await desk().updateComplete;
  },
  /** From the moment when the service has said who she is. */
  async start(begin) {
    const { session } = desk();
    const stop = session.subscribe(() => {
      if (session.state.phase !== 'signed-in') return;
      stop();
      begin();
    });
    await session.signIn(given.account, given.password);
    if (session.state.phase !== 'signed-in') throw new Error(`signing in came to ${session.state.phase}`);
  },
});
