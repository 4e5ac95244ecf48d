import { nothing, type TemplateResult } from 'lit';
import type { Language } from '../base/language.js';
import { words as caseWords } from '../locales/zh-CN/case-desk-case.js';
import { words } from '../locales/zh-CN/case-desk-more.js';
import { Administration } from './case-desk.administration.js';
import { passwordPanel } from './case-desk.password.js';
import { printOverlay, shortcutsOverlay } from './case-desk.overlays.js';
import { registerPanel, forgetPlaces } from './case-desk.register.js';
import { catalogue } from './case-desk.words.js';
import type { DeskView } from './case-desk.view.js';

export { handOver, printCase } from './case-desk.print.js';

// Who looks after accounts opens no case, and its words are needed here, too.
catalogue.add('zh-CN', { ...caseWords, ...words });

/** Fetches the words of these parts in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language !== 'en') return;
  const [ofCase, own] = await Promise.all([
    import('../locales/en/case-desk-case.js').then(({ words }) => words),
    import('../locales/en/case-desk-more.js').then(({ words }) => words),
  ]);
  catalogue.add('en', { ...ofCase, ...own });
}

const administrations = new WeakMap<DeskView, Administration>();

/** What stands in the place of a case. */
export function panel(day: DeskView): TemplateResult | typeof nothing {
  const { panel: open } = day.scratch;
  if (open === 'register') return registerPanel(day);
  if (open === 'password') return passwordPanel(day);
  let administration = administrations.get(day);
  if (!administration) administrations.set(day, (administration = new Administration(day)));
  return open === 'accounts' ? administration.accounts() : open === 'audit' ? administration.audit() : nothing;
}

/** What lies on top of everything. */
export function overlay(day: DeskView): TemplateResult {
  return day.scratch.overlay === 'print' ? printOverlay(day) : shortcutsOverlay(day);
}

/** Another person sits here, or nobody. */
export function forget(): void {
  forgetPlaces();
}
