import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/help-form.js';
import type { words as chineseLater } from '../locales/zh-CN/help-form-later.js';

/** Any text of the form. Those of the later steps arrive with the steps, see `Catalogue.add`. */
export type HelpFormKey = keyof typeof chinese | keyof typeof chineseLater;

/** The words of the frame and of the first question, to which the others are added. */
export const catalogue = new Catalogue<HelpFormKey>(
  chinese,
  async () => (await import('../locales/en/help-form.js')).words,
);
