import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/form';
import 'bootstrap/dist/css/bootstrap.min.css';
import model from 'questions:formio';
import { startExit } from './app/exit.js';
import { showReceipt } from './app/receipt.js';
import { requestOf } from './app/request.js';
import { submit, upload } from './app/service.js';

const place = document.querySelector('#wizard');
const { words } = model;

/** Its check boxes are an object of booleans, its files base64. */
function answersOf(data) {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.keys(value).filter((key) => value[key])
        : value,
    ]),
  );
}

async function send(data) {
  const files = await Promise.all(
    (data.attachments ?? []).map(
      async ({ url, originalName }) => new File([await (await fetch(url)).blob()], originalName),
    ),
  );
  const request = requestOf(answersOf(data), await Promise.all(files.map((file) => upload(file, () => {}))));
  showReceipt(place, await submit(request), request.receiptSecret, words);
}

function showAnswers(wizard) {
  const list = document.querySelector('#answers');
  if (!list) return;
  list.replaceChildren();
  wizard.everyComponent((component) => {
    if (!component.component.input || component.isEmpty() || !component.visible) return;
    const line = document.createElement('p');
    line.textContent = `${component.component.label}：${component.asString(component.dataValue)}`;
    list.append(line);
  });
}

const wizard = await Formio.createForm(place, model.wizard, {
  noAlerts: false,
  breadcrumbSettings: { clickable: false },
  buttonSettings: { showCancel: false },
  i18n: { en: { next: words.next, previous: words.back, submit: words.submit, error: words.errors } },
  hooks: {
    beforeSubmit: (submission, next) => send(submission.data).catch((error) => next([{ message: error.message }])),
  },
});
wizard.on('nextPage', () => showAnswers(wizard));
startExit();
