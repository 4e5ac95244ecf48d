// Runs in the page before its own scripts, as a function of the words of one choice; leaves its tools in `window.bench`.
(words) => {
  const roots = [document];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  };
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const shown = (element) => element.getClientRects().length > 0;
  const clean = (text) => text.replace(/\s+/g, ' ').trim();
  const textOf = (element) => clean(element instanceof HTMLInputElement ? element.value : element.textContent);

  const ownTextOf = (element) =>
    clean([...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : '')).join(''));

  /** Brings something into the middle of the screen and gives its own middle; null for nothing. */
  const aim = (target) => {
    if (!target) return null;
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = target.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };

  let keyPainted;
  const bench = (window.bench = {
    /** When the form had reacted to its first answer; ms since the navigation began. */
    usable: undefined,
    /** Ms from each key to its paint. */
    keys: [],
    /** Resolves when that many of them are on the screen. */
    untilPainted: (count) =>
      new Promise((resolve) => {
        keyPainted = () => bench.keys.length >= count && resolve();
        keyPainted();
      }),
    /** Where the nth visible thing is that says these words, or these words and a remark in brackets. */
    findWords(wanted, nth) {
      const matches = (text) => text === wanted || text.startsWith(`${wanted}（`);
      const says = (one) => matches(textOf(one)) || matches(ownTextOf(one));
      const found = all(':not(html, head, head *, script, style)').filter(
        (one) => shown(one) && says(one) && ![...one.children].some((child) => shown(child) && says(child)),
      );
      return aim([...new Set(found)][nth]);
    },
    /** Where the nth visible box to type in is. */
    findBox: (nth) =>
      aim(
        all('textarea, input:not([type]), input[type=text], input[type=tel]').filter(
          (one) => shown(one) && !one.readOnly,
        )[nth],
      ),
  });

  // Answers the first question as soon as there is one, and asks it again where the form took no notice.
  const choice = (text) =>
    all('label, wa-radio').find((one) => textOf(one) === text && shown(one) && one.matches(':defined'));
  /** Whether the form has reacted: the numbers to call are on the screen. */
  const reacted = () => all('a[href="tel:110"]').some(shown);
  let frames = 0;
  const look = () => {
    if (reacted()) {
      bench.usable ??= performance.now();
      return;
    }
    const yes = choice(words.yes);
    if (yes && frames++ % 12 === 0) {
      if (frames > 1) choice(words.no).click();
      yes.click();
      // Most forms answer in the same turn: no need to wait for the next frame to notice.
      Promise.resolve().then(() => {
        if (reacted()) bench.usable ??= performance.now();
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  // From the moment a key arrived to the first task after the frame that shows it.
  const channel = new MessageChannel();
  let arrived;
  channel.port1.onmessage = () => {
    bench.keys.push(performance.now() - arrived);
    keyPainted?.();
  };
  addEventListener(
    'keydown',
    (event) => {
      arrived = event.timeStamp;
      requestAnimationFrame(() => channel.port2.postMessage(undefined));
    },
    true,
  );
};
