// Our element as a page has it: two elements, nothing else.
const all = (selector) => [...document.querySelector('fl-service-map').shadowRoot.querySelectorAll(selector)];
let anchor;

window.bench.register({
  start(view) {
    ({ anchor } = view);
    document.querySelector('main').innerHTML =
      `<fl-client base-url="/${view.count}" federation="990000000000"><fl-service-map></fl-service-map></fl-client>`;
  },
  isShown: () => all('.marker').length > 0,
  // With names in the list.
  isSettled: () => all('.point-name').every((one) => one.textContent.startsWith('服务点')),
  shown: () =>
    all('.marker:not([hidden])').reduce(
      (sum, one) =>
        sum + (one.classList.contains('cluster') ? Number.parseInt(one.ariaLabel.replaceAll(',', ''), 10) : 1),
      0,
    ),
  zoomed: () => Number(all('.marker.cluster:not([hidden])')[0].dataset.key.split('/')[0]),
  /** What a wheel does. */
  async zoom(step) {
    const [map] = all('.map');
    const { left, top } = map.getBoundingClientRect();
    const place = { clientX: left + anchor.x, clientY: top + anchor.y };
    map.dispatchEvent(
      new WheelEvent('wheel', { ...place, deltaY: -120 * step, ctrlKey: true, bubbles: true, cancelable: true }),
    );
  },
  /** What a press on the chip of a category does. */
  filter: () => all('[data-category=nursing-room]')[0].click(),
});
