import { html, type TemplateResult } from 'lit';
import type { Ballot, DeskCouncil, LogHead } from '@fulian/sdk/stores/council-desk';
import { resultBlock, rulesList, votesTable } from './council-desk.result.js';
import { day, when } from './council-desk.time.js';
import type { DeskView } from './council-desk.view.js';

/** A result as it is posted: motion, outcome with its numbers, rules, and the head of the log that proves it later. */
export function resultSheet(view: DeskView, shown: DeskCouncil, ballot: Ballot, head: LogHead): TemplateResult {
  const { motion } = ballot;
  return html`<h2><bdi>${shown.council?.name}</bdi> ${view.t('paper-result')}</h2>
    <section>
      <h3><bdi>${motion.title}</bdi></h3>
      <p class="said">${motion.words}</p>
    </section>
    ${resultBlock(view, ballot, true)} ${votesTable(view, ballot)}
    <section>
      <h3>${view.t('rules-plain')}</h3>
      ${rulesList(view, ballot)}
    </section>
    <section>
      <h3>${view.t('paper-log')}</h3>
      <p class="hint">${view.t('paper-log-words')}</p>
      <p>${view.t('paper-log-entry', { n: head.seq, when: when(view.language, head.at) })}</p>
      <p class="mono" translate="no">${view.t('paper-log-hash')} ${groups(head.hash)}</p>
      <p class="mono" translate="no">${view.t('paper-log-signature')} ${groups(head.signature)}</p>
      <p class="mono" translate="no">${view.t('paper-log-key')} ${groups(head.key)}</p>
    </section>
    <p class="seal-line">
      ${view.t('paper-result-date', { when: day(view.language, new Date(view.now).toISOString()) })}
      ${view.t('paper-result-seal')}
    </p>`;
}

/** Digits that somebody may compare by eye. */
function groups(hex: string): string {
  return (hex.match(/.{1,8}/g) ?? [hex]).join(' ');
}
