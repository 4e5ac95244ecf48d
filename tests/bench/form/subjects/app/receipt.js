const groups = (digits) => digits.match(/.{4}/g).join(' ');

/** The receipt in place of the form, with the group that is typed back. */
export function showReceipt(place, receipt, secret, words) {
  place.innerHTML = `<h2 tabindex="-1"></h2><p></p><dl><dt></dt><dd></dd><dt></dt><dd></dd></dl>
    <label><span></span> <input inputmode="numeric" autocomplete="off" maxlength="4"></label> <output></output>`;
  const [title] = place.children;
  const group = receipt.number % 6;
  title.textContent = words.sent;
  place.querySelector('p').textContent =
    `${receipt.handledBy.name} ${receipt.handledBy.phone ?? ''} ${new Date(receipt.firstContactBy).toLocaleString('zh-CN')}`;
  const [number, numberValue, code, codeValue] = place.querySelectorAll('dt, dd');
  number.textContent = words.number;
  numberValue.textContent = groups(receipt.number);
  code.textContent = words.secret;
  codeValue.textContent = groups(secret);
  place.querySelector('span').textContent = `${words.secret} ${group + 1}`;
  place.querySelector('input').addEventListener('input', ({ target }) => {
    place.querySelector('output').textContent = target.value === secret.slice(group * 4, group * 4 + 4) ? '✓' : '';
  });
  title.focus();
}
