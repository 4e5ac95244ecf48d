import { html, nothing, type TemplateResult } from 'lit';
import {
  createAuditLogStore,
  createStaffAccountsStore,
  type AuditLogStore,
  type StaffAccountsStore,
  type StaffMember,
} from '@fulian/sdk/stores/case-desk';
import { errorWords } from '../base/staff-sign-in.js';
import { when } from './case-desk.time.js';
import type { DeskView } from './case-desk.view.js';

type Role = StaffMember['role'];
const roles: readonly Role[] = ['intake', 'worker', 'supervisor', 'administrator', 'auditor'];

/** Accounts and the audit log, for those who look after them and see no case. */
export class Administration {
  private readonly staff: StaffAccountsStore;
  private readonly log: AuditLogStore;
  /** Whose password is about to be set anew. */
  private resetting: string | undefined;
  private adding = false;

  constructor(private readonly day: DeskView) {
    const { session } = day;
    this.staff = createStaffAccountsStore({ session });
    this.log = createAuditLogStore({ session });
    this.staff.subscribe(() => day.redraw());
    this.log.subscribe(() => day.redraw());
  }

  accounts(): TemplateResult {
    const { day, staff } = this;
    const { state } = staff;
    if (state.load === 'initial') void staff.load();
    const mayChange = day.member.role === 'administrator';
    return this.frame(
      'accounts-open',
      html`${
          mayChange
            ? html`<button
                class="tool"
                id="account-add"
                type="button"
                aria-expanded=${this.adding ? 'true' : 'false'}
                @click=${() => {
                  this.adding = !this.adding;
                  day.redraw();
                }}
              >
                ${day.t('account-add')}
              </button>`
            : nothing
        }
        ${this.adding ? this.form() : nothing} ${this.said()}
        <div class="table-box" tabindex="0" role="group" aria-label=${day.t('accounts-open')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">${day.t('name')}</th>
                <th scope="col">${day.t('account')}</th>
                <th scope="col">${day.t('account-role')}</th>
                <th scope="col">${day.t('account-unit')}</th>
                <th scope="col">${day.t('code')}</th>
                <th scope="col">${day.t('account-state')}</th>
                ${mayChange ? html`<th scope="col">${day.t('account-change')}</th>` : nothing}
              </tr>
            </thead>
            <tbody>
              ${state.items.map((one) => this.account(one, mayChange))}
            </tbody>
          </table>
        </div>
        ${this.foot(
          state,
          () => void staff.more(),
          () => void staff.load(),
        )}`,
    );
  }

  audit(): TemplateResult {
    const { day, log } = this;
    const { state } = log;
    if (state.load === 'initial') void log.load();
    return this.frame(
      'audit-open',
      html`<p class="hint">${day.t('audit-note')}</p>
        <div class="table-box" tabindex="0" role="group" aria-label=${day.t('audit-open')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">${day.t('audit-seq')}</th>
                <th scope="col">${day.t('audit-at')}</th>
                <th scope="col">${day.t('audit-who')}</th>
                <th scope="col">${day.t('audit-what')}</th>
                <th scope="col">${day.t('audit-of')}</th>
                <th scope="col">${day.t('audit-hash')}</th>
              </tr>
            </thead>
            <tbody>
              ${state.items.map(
                ({ seq, at, actor, operation, step, case: id, rows, account, hash }) =>
                  html`<tr>
                    <td>${seq}</td>
                    <td>${when(day, at)}</td>
                    <td><bdi>${actor.name ?? day.t('by-service')}</bdi> <bdi class="hint">${actor.unit?.name}</bdi></td>
                    <td translate="no">${operation}${step ? html` · ${day.words('event', step)}` : nothing}</td>
                    <td class="code" translate="no">
                      ${id?.slice(-12) ?? account ?? (rows === undefined ? '' : day.t('audit-rows', { n: rows }))}
                    </td>
                    <td class="code" translate="no">${hash.slice(0, 12)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${this.foot(
          state,
          () => void log.more(),
          () => void log.load(),
        )}`,
    );
  }

  private frame(title: 'accounts-open' | 'audit-open', body: TemplateResult): TemplateResult {
    const { day } = this;
    return html`<div class="panel" part="panel">
      <h2 class="panel-title" id="panel-title" tabindex="-1">${day.t(title)}</h2>
      ${body}
    </div>`;
  }

  private foot(state: StaffAccountsStore['state'] | AuditLogStore['state'], more: () => void, load: () => void) {
    const { day } = this;
    if (state.load === 'error')
      return html`<p role="alert">
        ${errorWords(day, state.error!)}
        <button class="tool" type="button" @click=${load}>${day.t('retry')}</button>
      </p>`;
    if (state.load !== 'complete') return html`<p class="hint" role="status">${day.t('loading')}</p>`;
    if (state.items.length === 0) return html`<p class="hint" role="status">${day.t('nothing-yet')}</p>`;
    return state.hasMore ? html`<button class="tool" type="button" @click=${more}>${day.t('more')}</button>` : nothing;
  }

  private said(): TemplateResult | typeof nothing {
    const { change } = this.staff.state;
    const { day } = this;
    if (!change) return nothing;
    const { status, error, faults } = change;
    return html`<div class="notice ${status === 'refused' ? 'danger' : ''}" role="status">
      ${
        status === 'refused' && error
          ? errorWords(day, error)
          : day.t(status === 'done' ? 'account-done' : status === 'sending' ? 'filling' : 'account-unknown')
      }
      ${faults.map(({ field, code }) => html` ${day.words('field', field)}${day.t('colon')}${day.words('fault', code)}`)}
    </div>`;
  }

  private account(member: StaffMember, mayChange: boolean): TemplateResult {
    const { day, staff } = this;
    const { id, name, account, role, federation, secondFactor, disabled } = member;
    return html`<tr class=${disabled ? 'off' : ''}>
      <th scope="row"><bdi>${name}</bdi></th>
      <td translate="no">${account}</td>
      <td>
        ${
          mayChange
            ? html`<label
                ><span class="visually-hidden">${day.t('account-role-of', { name })}</span>
                <select
                  class="input"
                  autocomplete="off"
                  @change=${(event: Event) =>
                    void staff.change(id, { role: (event.target as HTMLSelectElement).value as Role })}
                >
                  ${roles.map(
                    (one) => html`<option .value=${one} .selected=${one === role}>${day.t(`role-${one}`)}</option>`,
                  )}
                </select></label
              >`
            : day.t(`role-${role}`)
        }
      </td>
      <td><bdi>${federation.name}</bdi></td>
      <td>${day.t(secondFactor ? 'code-on' : 'code-off')}</td>
      <td>${day.t(disabled ? 'account-off' : 'account-on')}</td>
      ${
        mayChange
          ? html`<td>
              <button class="tool" type="button" @click=${() => void staff.change(id, { disabled: !disabled })}>
                ${day.t(disabled ? 'account-enable' : 'account-disable')}
              </button>
              <button
                class="tool"
                type="button"
                @click=${() => {
                  this.resetting = this.resetting === id ? undefined : id;
                  day.redraw();
                }}
              >
                ${day.t('account-reset')}
              </button>
              ${
                secondFactor
                  ? html`<button
                      class="tool"
                      type="button"
                      @click=${() => void staff.change(id, { dropSecondFactor: true })}
                    >
                      ${day.t('account-drop-code')}
                    </button>`
                  : nothing
              }
              ${this.resetting === id ? this.resetForm(member) : nothing}
            </td>`
          : nothing
      }
    </tr>`;
  }

  private resetForm({ id, name }: StaffMember): TemplateResult {
    const { day, staff } = this;
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const field = (event.currentTarget as HTMLFormElement).elements.namedItem('password') as HTMLInputElement;
      const password = field.value;
      field.value = '';
      this.resetting = undefined;
      void staff.change(id, { password });
    };
    return html`<form class="line" @submit=${send}>
      <label
        ><span class="visually-hidden">${day.t('account-password-of', { name })}</span
        ><input
          class="input"
          name="password"
          type="password"
          required
          minlength="12"
          maxlength="200"
          autocomplete="new-password"
          placeholder=${day.t('account-password')}
      /></label>
      <button class="tool" type="submit">${day.t('account-reset')}</button>
    </form>`;
  }

  private form(): TemplateResult {
    const { day, staff } = this;
    const { federation } = day.member;
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const { elements } = event.currentTarget as HTMLFormElement;
      const value = (name: string) => (elements.namedItem(name) as HTMLInputElement).value.trim();
      const subject = value('subject');
      const draft = {
        account: value('account'),
        name: value('name'),
        role: value('role') as Role,
        federation: value('federation'),
        password: (elements.namedItem('password') as HTMLInputElement).value,
        ...(subject && { subject }),
      };
      void staff.create(draft).then((isThere) => {
        if (isThere) this.adding = false;
        day.redraw();
      });
    };
    const field = (
      name: string,
      words: string,
      rest: { pattern?: string; type?: string; value?: string; min?: number } = {},
    ) =>
      html`<label class="field"
        ><span class="field-label">${words}</span
        ><input
          class="input"
          name=${name}
          type=${rest.type ?? 'text'}
          ?required=${name !== 'subject'}
          pattern=${rest.pattern ?? nothing}
          minlength=${rest.min ?? nothing}
          autocomplete=${rest.type === 'password' ? 'new-password' : 'off'}
          .value=${rest.value ?? ''}
      /></label>`;
    return html`<form class="grid-form" @submit=${send}>
      ${field('name', day.t('name'))}
      ${field('account', day.t('account-name'), { pattern: '[a-z0-9][a-z0-9._\\-]{2,39}' })}
      <label class="field"
        ><span class="field-label">${day.t('account-role')}</span
        ><select class="input" name="role" autocomplete="off">
          ${roles.map((one) => html`<option .value=${one}>${day.t(`role-${one}`)}</option>`)}
        </select></label
      >
      ${field('federation', day.t('account-unit-code'), { pattern: '[0-9]{12}', value: federation.code })}
      ${field('password', day.t('account-password'), { type: 'password', min: 12 })}
      ${field('subject', day.t('account-subject'))}
      <button class="button" type="submit">${day.t('account-add')}</button>
    </form>`;
  }
}
