import { startExit } from './exit.js';
import { showReceipt } from './receipt.js';
import { requestOf } from './request.js';
import { federation, placesBelow, submit, upload } from './service.js';

/**
 * The form's behaviour by hand, over the markup of questions-markup.ts: one step a screen, conditions, validation on
 * Continue with a summary, check page, submit. Works for native controls and for any form-associated custom element.
 */
export function startForm() {
  const form = document.querySelector('form');
  const steps = [...form.querySelectorAll('section')];
  const words = form.dataset;
  const summary = form.querySelector('#errors');
  const next = form.querySelector('#next');
  const back = form.querySelector('#back');
  const uploads = new Map();
  let at = 0;
  let changing = false;

  const answers = () => {
    const all = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== 'string') continue;
      all[name] = name in all ? [all[name], value].flat() : value;
    }
    return all;
  };
  const holds = (element, all) =>
    !element.dataset.when ||
    element.dataset.when.split('|').some((one) => {
      const [, name, is, value] = /^([\w-]+)(!?=)(.*)$/.exec(one);
      return (all[name] === value) === (is === '=');
    });
  const applying = () => {
    const all = answers();
    return steps.filter((step) => holds(step, all));
  };

  function refresh() {
    const all = answers();
    form.querySelector('#emergency').hidden = all.danger !== 'yes';
    for (const field of form.querySelectorAll('fieldset[data-when]'))
      field.disabled = field.hidden = !holds(field, all);
    const counter = form.querySelector('#left');
    counter.textContent = counter.dataset.words.replace('{n}', 5000 - (all.narrative?.length ?? 0));
  }

  function show(index, focus = true) {
    at = index;
    steps.forEach((step, place) => (step.hidden = place !== at));
    const list = applying();
    form.querySelector('#progress').textContent = words.progress
      .replace('{n}', list.indexOf(steps[at]) + 1)
      .replace('{count}', list.length);
    const last = at === steps.length - 1;
    next.textContent = last ? words.submit : words.next;
    back.hidden = at === 0;
    summary.hidden = true;
    if (last) showAnswers();
    if (steps[at].id === 'place') fillPlaces(form.querySelector('[name=division]'), federation);
    if (focus) steps[at].querySelector('h2').focus();
  }

  function faultsOf(step) {
    const all = answers();
    return [...step.querySelectorAll('fieldset')].filter((field) => {
      const faulty = !field.disabled && field.dataset.missing && !String(all[field.id.slice(6)] ?? '').trim();
      field.toggleAttribute('aria-invalid', Boolean(faulty));
      field.querySelector('.error').textContent = faulty ? field.dataset.missing : '';
      return faulty;
    });
  }

  async function go() {
    const faults = faultsOf(steps[at]);
    summary.hidden = faults.length === 0;
    if (faults.length > 0) {
      summary.querySelector('ul').replaceChildren(
        ...faults.map((field) => {
          const item = document.createElement('li');
          item.innerHTML = `<a href="#${field.id}"></a>`;
          item.firstChild.textContent = field.dataset.missing;
          return item;
        }),
      );
      summary.focus();
      return;
    }
    if (at === steps.length - 1) return void (await send());
    const list = applying();
    show(changing ? steps.length - 1 : steps.indexOf(list[list.indexOf(steps[at]) + 1]));
    changing = false;
  }

  async function send() {
    next.disabled = true;
    try {
      const request = requestOf(answers(), [...uploads.values()]);
      showReceipt(form, await submit(request), request.receiptSecret, words);
    } catch (error) {
      summary.hidden = false;
      summary.querySelector('ul').textContent = error.message;
    }
    next.disabled = false;
  }

  function showAnswers() {
    const all = answers();
    const list = form.querySelector('#answers');
    list.replaceChildren();
    for (const step of applying().slice(0, -1)) {
      const texts = [...step.querySelectorAll('fieldset:not([disabled])')].flatMap((field) =>
        [all[field.id.slice(6)] ?? []].flat().map((value) => {
          const option = [...field.querySelectorAll('[value]')].find((one) => one.getAttribute('value') === value);
          return option ? (option.closest('label') ?? option).textContent : value;
        }),
      );
      const item = document.createElement('div');
      item.innerHTML = `<dt></dt><dd></dd><dd><button type="button">${words.change}</button></dd>`;
      item.children[0].textContent = step.querySelector('h2').textContent;
      item.children[1].textContent = texts.join('，');
      item.querySelector('button').addEventListener('click', () => {
        changing = true;
        show(steps.indexOf(step));
      });
      list.append(item);
    }
  }

  async function fillPlaces(select, code) {
    if (select.dataset.filled === code) return;
    select.dataset.filled = code;
    const places = await placesBelow(code).catch(() => []);
    for (const option of select.querySelectorAll('[data-place]')) option.remove();
    for (const place of places) {
      const option = document.createElement(select.dataset.option);
      option.dataset.place = '';
      option.setAttribute('value', place.code);
      option.textContent = place.name;
      select.append(option);
    }
  }

  form.querySelector('[type=file]').addEventListener('change', ({ target }) => {
    for (const file of target.files) {
      const line = document.createElement('li');
      form.querySelector('#files').append(line);
      const tell = (share) => (line.textContent = `${file.name} ${Math.round(share * 100)}%`);
      tell(0);
      upload(file, tell).then(
        (id) => uploads.set(line, id),
        () => line.remove(),
      );
    }
  });
  form.addEventListener('change', ({ target }) => {
    if (target.name === 'division' && target.value) fillPlaces(form.querySelector('[name=village]'), target.value);
    // 'None of these' and 'I do not know' exclude the rest.
    if (target.name === 'risks' && target.checked)
      for (const box of form.querySelectorAll('[name=risks]'))
        if (box !== target && /^(none|unknown)$/.test(`${box.value}`) !== /^(none|unknown)$/.test(target.value))
          box.checked = false;
  });
  form.addEventListener('input', refresh);
  form.addEventListener('change', refresh);
  next.addEventListener('click', go);
  back.addEventListener('click', () => {
    const list = applying();
    show(steps.indexOf(list[list.indexOf(steps[at]) - 1]));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  startExit();
  refresh();
  show(0, false);
}
