import { html, nothing, type TemplateResult } from 'lit';
import { memberSignIn } from '../base/member-sign-in.js';
import { button, type Part, said, when } from './council.pieces.js';
import { type CouncilView, isMember, sections } from './council.view.js';

/** Whose council it is, whether it keeps its word, and who looks at it. */
export function head(view: CouncilView): TemplateResult {
  const { council } = view.state;
  const { name, federation, words, members, state } = council!;
  return html`<div class="head">
    <div>
      <p class="hint" dir="auto">${federation.name}</p>
      <h2 class="heading" id="heading" part="heading" tabindex="-1" dir="auto">${name}</h2>
    </div>
    ${state === 'ended' ? html`<p class="notice">${view.t('ended')}</p>` : nothing} ${said(words)}
    ${isMember(view) ? roll(view) : html`<p class="hint">${view.t('members', { n: members })}</p>`} ${membership(view)}
    ${rate(view)}
  </div>`;
}

function roll(view: CouncilView): TemplateResult {
  const { council, roll: all } = view.state;
  const people = all.items.map(({ name, role }) =>
    role === 'member' ? name : view.t('with-role', { name, role: view.t(`role-${role}`) }),
  );
  return html`<details part="roll">
    <summary>${view.t('members', { n: council!.members })}</summary>
    <p dir="auto">${people.length > 0 ? people.join(view.t('comma')) : view.t('loading')}</p>
  </details>`;
}

/** Who she is, or the way in. */
function membership(view: CouncilView): TemplateResult {
  const { member } = view.state.session;
  if (member)
    return html`<div class="who">
      <span>${view.t('signed', { name: member.name, role: view.t(`role-${member.role}`) })}</span>
      ${button(view.t('sign-out'), () => view.signOut(), 'plain', 'sign-out')}
    </div>`;
  const { signIn } = view.unfolded;
  return html`<div class="who">
      <span class="hint">${view.t('visitor-hint')}</span>
      <button
        class="button secondary"
        type="button"
        id="member-in"
        aria-expanded=${signIn ? 'true' : 'false'}
        @click=${() => view.unfold('signIn', !signIn)}
      >
        ${view.t('member-in')}
      </button>
    </div>
    ${signIn ? html`<div part="sign-in">${memberSignIn(view)}</div>` : nothing}`;
}

/** The execution rate, with what it is a share of. */
function rate(view: CouncilView): Part {
  const { rate: counts } = view.state;
  if (!counts) return nothing;
  const { due, accepted, percent, late } = counts;
  return html`<section class="notice ${late > 0 ? '' : 'success'}" part="rate">
    <h3>${view.t('rate')}</h3>
    <p>
      <b>${percent === undefined ? view.t('rate-nothing') : view.t('rate-words', { due, accepted, percent })}</b>
      ${late > 0 ? html`<span class="fault">${view.t('rate-late', { n: late })}</span>` : nothing}
    </p>
    <p class="hint">${view.t('rate-means')}</p>
  </section>`;
}

/** What is to be voted on now, so that nobody has to look for it. */
export function openBallots(view: CouncilView): Part {
  const open = view.section === 'ballots' ? [] : view.state.ballots.items.filter(({ state }) => state === 'open');
  if (open.length === 0) return nothing;
  return html`<section class="notice now" part="now">
    <h3>${view.t('now')}</h3>
    ${open.slice(0, 2).map(
      ({ id, motion, closesAt }) =>
        html`<div class="line">
          <div class="title">
            <b dir="auto">${motion.title}</b>
            <div class="hint">${view.t('ballot-until', { when: when(view, closesAt) })}</div>
          </div>
          ${button(view.t('ballot-vote'), () => view.choose(id), '', `now-${id}`)}
        </div>`,
    )}
  </section>`;
}

/** The tabs; arrows go from one to the next, as in every list of tabs. */
export function tabs(view: CouncilView): TemplateResult {
  const go = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = sections.indexOf(view.section);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? sections.length - 1 : step && at + step;
    if (to === undefined) return;
    event.preventDefault();
    const next = sections[(to + sections.length) % sections.length]!;
    view.show(next);
    view.focus(`tab-${next}`);
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${view.t('sections')} @keydown=${go}>
    ${sections.map((one) => {
      const isThis = one === view.section;
      return html`<button
        class="tab"
        type="button"
        role="tab"
        part="tab"
        id="tab-${one}"
        aria-selected=${isThis ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${isThis ? nothing : '-1'}
        @click=${() => view.show(one)}
      >
        ${view.t(`section-${one}`)}
      </button>`;
    })}
  </div>`;
}
