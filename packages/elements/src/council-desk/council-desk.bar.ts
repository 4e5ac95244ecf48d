import { html, nothing, type TemplateResult } from 'lit';
import type { DeskCouncil } from '@fulian/sdk/stores/council-desk';
import { sections, type DeskView, type Section } from './council-desk.view.js';
import { tool } from './council-desk.fields.js';

/** Roles that look after councils; an administrator only after what they are called and who is on the roll. */
export function sectionsOf({ role }: DeskView['member']): readonly Section[] {
  if (role === 'worker' || role === 'supervisor') return sections;
  return role === 'administrator' ? ['roll'] : [];
}

/** Who sits here, and the way out. */
export function bar(view: DeskView): TemplateResult {
  const { member, session } = view;
  return html`<div class="bar" part="bar">
    <p class="who">
      <bdi class="who-unit">${member.federation.name}</bdi>
      <span class="hint"><bdi>${member.name}</bdi> · ${view.t(`role-${member.role}`)}</span>
    </p>
    <div class="tools">
      ${tool('sign-out', view.t('sign-out'), () => void session.signOut())}
      <button class="tool lock" id="lock" part="lock" type="button" @click=${() => session.lock()}>
        ${view.t('lock')}
      </button>
    </div>
  </div>`;
}

/** Says that the desk is about to be locked, or the session about to end. */
export function warnings(view: DeskView): TemplateResult | typeof nothing {
  const { idleSoon, expiresSoon } = view.session.state;
  if (!idleSoon && !expiresSoon) return nothing;
  return html`<div class="notice warn" role="alert">
    ${view.t(idleSoon ? 'idle-soon' : 'expires-soon')}
    ${idleSoon ? tool('idle-stay', view.t('idle-stay'), () => view.session.touch()) : nothing}
  </div>`;
}

/** Which council, and the parts of its desk. */
export function councilHead(view: DeskView, shown: DeskCouncil): TemplateResult {
  const { council } = shown;
  const { section, item } = view.scratch.place;
  return html`<header class="council-head">
    <div class="line">
      ${tool('back-to-councils', view.t('back-to-councils'), () => view.open(undefined))}
      <h2 id="council-title" tabindex="-1"><bdi>${council?.name ?? view.t('loading')}</bdi></h2>
      ${council?.state === 'ended' ? html`<span class="state over">${view.t('council-ended')}</span>` : nothing}
      <span class="push"></span>
      ${
        council && item === undefined
          ? html`${tool('refresh', view.t('refresh'), () => void view.store.refresh())}
            ${tool('council-edit', view.t('council-edit'), () =>
              view.edit('council', { section: 'council', item: council.id, isForm: true }, council.id),
            )}`
          : nothing
      }
    </div>
    ${
      council && item === undefined
        ? html`<p class="hint">
            <bdi>${council.federation.name}</bdi> · ${view.t('members', { n: council.members })} ·
            ${rateWords(view, council.counts)}
          </p>`
        : nothing
    }
    <nav class="tabs" part="tabs" aria-label=${view.t('sections')}>
      ${sectionsOf(view.member).map(
        (one) =>
          html`<button
            class="tab"
            id="to-${one}"
            type="button"
            aria-current=${one === section ? 'page' : nothing}
            @click=${() => view.go({ section: one })}
          >
            ${view.t(`section-${one}`)} ${waits(shown, one)}
          </button>`,
      )}
    </nav>
  </header>`;
}

/** How many topics wait for the organiser, as far as they are known. */
function waits(shown: DeskCouncil, section: Section): TemplateResult | typeof nothing {
  if (section !== 'topics') return nothing;
  const { length } = shown.topics.items.filter(({ state }) => state === 'suggested');
  return length === 0 ? nothing : html`<span class="count">${length}${shown.topics.hasMore ? '+' : ''}</span>`;
}

/** The execution rate with both of its numbers (X1). */
export function rateWords(
  view: DeskView,
  { due, accepted, late }: { readonly due: number; readonly accepted: number; readonly late: number },
): string {
  if (due === 0) return view.t('rate-none');
  const words = view.t('rate', { n: Math.floor((100 * accepted) / due), accepted, due });
  return late === 0 ? words : words + view.t('comma') + view.t('late', { n: late });
}
