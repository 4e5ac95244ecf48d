// Runs in the page before its own scripts, as a function of the view; a subject registers itself with `window.bench`.
(view) => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  /** The first task after the frame that shows what was done. */
  const painted = () =>
    new Promise((next) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => next();
      requestAnimationFrame(() => channel.port2.postMessage(undefined));
    });
  /** Long enough for what glides or comes later to be over. */
  const quiet = async () => {
    await painted();
    await new Promise((next) => setTimeout(next, 260));
  };
  /** Looks once a frame whether something has come; throws what is missing where it does not come. */
  const until = async (has, what, patience) => {
    const end = performance.now() + patience;
    while (!has()) {
      if (performance.now() > end) throw new Error(`${what} did not come up`);
      await frame();
    }
  };
  let subject;
  const bench = (window.bench = {
    view,
    /** Ms since the navigation began: all scripts are there; the map is on the screen. */
    started: undefined,
    rendered: undefined,
    register(one) {
      subject = one;
      if (location.hash === '#auto') bench.done = bench.start();
    },
    isRegistered: () => subject !== undefined,
    async start() {
      performance.mark('bench-render');
      bench.started = performance.now();
      await subject.start(view);
      await until(() => subject.isShown?.() ?? true, 'the map', 150_000);
      await painted();
      bench.rendered = performance.now();
      await until(() => subject.isSettled?.() ?? true, 'the names', 15_000);
      await quiet();
      performance.mark('bench-rendered');
    },
    /** How many points the map says that it shows. */
    shown: () => subject.shown(),
    /** The zoom at which it does. */
    zoomed: () => subject.zoomed(),
    async zoom(step) {
      await subject.zoom(step);
      await quiet();
    },
    async filter(category) {
      await subject.filter(category);
      await quiet();
    },
    /** Bytes of everything that the page and its workers hold. */
    async memory() {
      return (await performance.measureUserAgentSpecificMemory()).bytes;
    },
  });
};
