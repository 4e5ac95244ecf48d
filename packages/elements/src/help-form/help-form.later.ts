import type { TemplateResult } from 'lit';
import type { HelpFormStore, StepId } from '@fulian/sdk/stores/help-form';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/help-form-later.js';
import { checkStep } from './help-form.check.js';
import { PlaceChooser } from './help-form.place-chooser.js';
import { placeStep } from './help-form.place.js';
import { consentStep, questionStep, riskStep } from './help-form.steps.js';
import { attachmentsStep, narrativeStep } from './help-form.story.js';
import type { HelpFormView, Scratch } from './help-form.view.js';
import { catalogue } from './help-form.words.js';

export { receiptScreen } from './help-form.receipt.js';
export { laterStyles } from './help-form.later.styles.js';

catalogue.add('zh-CN', words);

/** Fetches the words of these steps in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/help-form-later.js')).words);
}

const own: { readonly [Step in StepId]?: (view: HelpFormView) => TemplateResult } = {
  risk: riskStep,
  narrative: narrativeStep,
  attachments: attachmentsStep,
  place: placeStep,
  consent: consentStep,
  check: checkStep,
};

/** The screen of a step after the first. */
export function laterStep(view: HelpFormView, step: StepId): TemplateResult {
  return own[step]?.(view) || questionStep(view, step);
}

/** What the screens remember besides the answers; `changed` asks for a drawing. */
export function newScratch(store: HelpFormStore, changed: () => void): Scratch {
  return { places: new PlaceChooser(store, changed), asTelephone: false, typedGroup: '' };
}
