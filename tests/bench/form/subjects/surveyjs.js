import { Model, surveyLocalization } from 'survey-core';
import 'survey-core/survey-core.min.css';
import 'survey-core/i18n/simplified-chinese';
import 'survey-js-ui';
import model from 'questions:surveyjs';
import { startExit } from './app/exit.js';
import { showReceipt } from './app/receipt.js';
import { requestOf } from './app/request.js';
import { submit, upload } from './app/service.js';

const place = document.querySelector('#survey');
surveyLocalization.defaultLocale = 'zh-cn';
const survey = new Model(model.survey);
const uploads = new Map();

survey.onUploadFiles.add(async (_, { files, callback }) => {
  const ids = await Promise.all(files.map((file) => upload(file, () => {})));
  files.forEach((file, at) => uploads.set(file.name, ids[at]));
  callback(files.map((file) => ({ file, content: file.name })));
});
survey.onClearFiles.add((_, { fileName, callback }) => {
  uploads.delete(fileName);
  callback('success');
});
survey.onCompleting.add(async (_, options) => {
  if (survey.getVariable('sent')) return;
  options.allow = false;
  const request = requestOf(survey.data, [...uploads.values()]);
  const receipt = await submit(request);
  survey.setVariable('sent', true);
  showReceipt(place, receipt, request.receiptSecret, model.words);
});
survey.render(place);
startExit();
