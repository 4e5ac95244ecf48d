// Runs in the page before its own scripts, as a function; a subject registers itself with `window.bench`.
() => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  /** The first task after the frame that shows what was done. */
  const painted = () =>
    new Promise((next) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => next();
      requestAnimationFrame(() => channel.port2.postMessage(undefined));
    });
  const until = async (has, what) => {
    const end = performance.now() + 60_000;
    while (!has()) {
      if (performance.now() > end) throw new Error(`${what} did not come up`);
      await frame();
    }
  };
  let subject;
  const rowAt = (index) => subject.root().querySelector(`[role=row][aria-rowindex="${index + 2}"]`);
  const textAt = (index) => rowAt(index)?.textContent ?? '';
  const total = () => Number(subject.root().querySelector('[aria-rowcount]').getAttribute('aria-rowcount')) - 1;
  const heightOf = () => rowAt(Math.max(0, firstSeen())).getBoundingClientRect().height;
  const firstSeen = () => {
    const { top } = subject.scroller().getBoundingClientRect();
    const seen = [...subject.root().querySelectorAll('[role=row][aria-rowindex]')]
      .filter((row) => !row.hidden && row.getBoundingClientRect().bottom > top + 1)
      .map((row) => Number(row.getAttribute('aria-rowindex')) - 2)
      .filter((index) => index >= 0);
    return Math.min(...seen);
  };
  window.bench = {
    register: (one) => (subject = one),
    isRegistered: () => subject !== undefined,
    prepare: () => subject.prepare?.(),
    /** Ms from the beginning until the frame that shows the first row, which holds `text`. */
    async start(text) {
      let began;
      const begin = () => {
        performance.mark('bench-paint');
        began = performance.now();
      };
      if (subject.start.length === 0) begin();
      const starting = subject.start(begin);
      await until(() => textAt(0).includes(text), 'the first row');
      await painted();
      const ended = performance.now();
      await starting;
      performance.mark('bench-painted');
      return ended - began;
    },
    frame,
    mark: (name) => void performance.mark(name),
    total,
    rowHeight: heightOf,
    firstSeen,
    textAt,
    scrollTop: () => subject.scroller().scrollTop,
    rows: () => subject.root().querySelectorAll('[role=row][aria-rowindex]').length,
    /** Where the mouse has to be to scroll it. */
    middle() {
      const { left, top, width, height } = subject.scroller().getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    },
    async jump(index, text) {
      const scroller = subject.scroller();
      scroller.scrollTop = index * heightOf();
      await until(() => textAt(index).includes(text), `row ${index}`);
      await painted();
    },
    top: async () => {
      subject.scroller().scrollTop = 0;
      await until(() => firstSeen() === 0, 'the top');
      await frame();
    },
    focus: () => subject.scroller().focus(),
    /** The row that the keyboard is on. */
    active: () => Number(subject.root().querySelector('.row.active')?.getAttribute('aria-rowindex') ?? NaN) - 2,
    memory: async () => (await performance.measureUserAgentSpecificMemory()).bytes,
  };
};
