/** The page's own controls: elder mode, which the elements follow, and links that carry it along. */
const root = document.documentElement;
const toggle = document.querySelector('.elder-toggle');
const menu = document.querySelector('.site nav');

function show() {
  const elder = root.classList.contains('elder');
  toggle.setAttribute('aria-pressed', String(elder));
  for (const element of document.querySelectorAll('fl-client, fl-quick-exit')) element.toggleAttribute('elder', elder);
  for (const link of document.querySelectorAll('a[href^="/"]')) {
    const [path, hash] = link.getAttribute('href').split('#');
    const target = path.split('?')[0] + (elder ? '?view=elder' : '') + (hash ? `#${hash}` : '');
    link.setAttribute('href', target);
  }
  showWhere();
}

/** On a phone the menu is one row that is wider than the screen: where one is stays in sight. */
function showWhere() {
  const here = menu?.querySelector('[aria-current]');
  if (here) menu.scrollLeft = here.offsetLeft - menu.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
}

toggle.addEventListener('click', () => {
  root.classList.toggle('elder');
  show();
});
// It does nothing without a script, so it is not there without one.
toggle.hidden = false;
show();
