// Runs in the page before its own scripts, as a function of what each element has in its shadow root once it is whole: notes when all are.
(whole) => {
  const look = () => {
    const isThere = (name) => document.querySelector(`fl-${name}`)?.shadowRoot?.querySelector(whole[name]);
    window.missing = Object.keys(whole).filter((name) => !isThere(name));
    if (window.missing.length === 0) window.wholeAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
