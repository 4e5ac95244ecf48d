import { css } from 'lit';

// Private names (`--_…`) hold the value in force; a `--fl-…` that the page sets anywhere above comes first. Setting
// `--fl-…` on `:host` would hide the page's own value, so we never do.

const light = css`
  --_text: var(--fl-color-text, #2a2220);
  --_muted: var(--fl-color-muted, #5a4f4b);
  --_surface: var(--fl-color-surface, #fffdfb);
  --_raised: var(--fl-color-raised, #fff);
  --_border: var(--fl-color-border, #857a75);
  --_line: var(--fl-color-line, #e4dad5);
  --_primary: var(--fl-color-primary, #812b4c);
  --_primary-strong: var(--fl-color-primary-strong, #641d39);
  --_on-primary: var(--fl-color-on-primary, #fff);
  --_soft: var(--fl-color-soft, #f9eff2);
  --_danger: var(--fl-color-danger, #a8201a);
  --_danger-strong: var(--fl-color-danger-strong, #84120e);
  --_on-danger: var(--fl-color-on-danger, #fff);
  --_danger-soft: var(--fl-color-danger-soft, #fdeeec);
  --_success: var(--fl-color-success, #1b6141);
  --_success-soft: var(--fl-color-success-soft, #e9f5ee);
  --_focus: var(--fl-color-focus, #0b57d0);
  --_shadow: var(--fl-shadow, 0 2px 12px rgba(60, 30, 40, 0.22));
  color-scheme: light;
`;

const dark = css`
  --_text: var(--fl-color-text, #f6efec);
  --_muted: var(--fl-color-muted, #cfc4bf);
  --_surface: var(--fl-color-surface, #1c1817);
  --_raised: var(--fl-color-raised, #282322);
  --_border: var(--fl-color-border, #9d918c);
  --_line: var(--fl-color-line, #453d3a);
  --_primary: var(--fl-color-primary, #f2abc2);
  --_primary-strong: var(--fl-color-primary-strong, #ffd0de);
  --_on-primary: var(--fl-color-on-primary, #3b0a1f);
  --_soft: var(--fl-color-soft, #38242c);
  --_danger: var(--fl-color-danger, #ffb4aa);
  --_danger-strong: var(--fl-color-danger-strong, #ffd6d0);
  --_on-danger: var(--fl-color-on-danger, #4a0a06);
  --_danger-soft: var(--fl-color-danger-soft, #43201d);
  --_success: var(--fl-color-success, #94d8b2);
  --_success-soft: var(--fl-color-success-soft, #1d352a);
  --_focus: var(--fl-color-focus, #9cc2ff);
  --_shadow: var(--fl-shadow, 0 2px 14px rgba(0, 0, 0, 0.7));
  color-scheme: dark;
`;

const contrast = css`
  --_text: #000;
  --_muted: #000;
  --_surface: #fff;
  --_raised: #fff;
  --_border: #000;
  --_line: #000;
  --_primary: #4a0023;
  --_primary-strong: #000;
  --_on-primary: #fff;
  --_soft: #fff;
  --_danger: #7a0000;
  --_danger-strong: #000;
  --_on-danger: #fff;
  --_danger-soft: #fff;
  --_success: #003d20;
  --_success-soft: #fff;
  --_focus: #0033a0;
  --_rule: 2px;
  color-scheme: light;
`;

/**
 * What every element of ours looks like: the `--fl-*` custom properties with what holds where the page sets none, for
 * light, dark, high contrast and elder mode.
 *
 * All lengths are `px` here and `em` elsewhere: `rem` would follow pages that shrink `html`. An element draws itself
 * inside one `<div class="base" part="base" lang dir>`, which keeps the page's inherited styles out.
 */
export const tokens = css`
  :host {
    ${light}
    --_font: var(
      --fl-font,
      -apple-system,
      BlinkMacSystemFont,
      'PingFang SC',
      'Hiragino Sans GB',
      'Microsoft YaHei',
      'HarmonyOS Sans SC',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      'WenQuanYi Micro Hei',
      'Segoe UI',
      sans-serif
    );
    --_size: var(--fl-font-size, 18px);
    --_control: var(--fl-control-size, 48px);
    --_radius: var(--fl-radius, 8px);
    --_space: var(--fl-space, 16px);
    --_ring: var(--fl-focus-width, 3px);
    --_rule: 1px;
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  :host([elder]) {
    --_size: var(--fl-font-size-elder, 24px);
    --_control: var(--fl-control-size-elder, 60px);
    --_space: var(--fl-space-elder, 20px);
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([appearance])) {
      ${dark}
    }
  }
  :host([appearance='dark']) {
    ${dark}
  }
  @media (prefers-contrast: more) {
    :host(:not([appearance])) {
      ${contrast}
    }
  }
  :host([appearance='contrast']) {
    ${contrast}
  }
  .base {
    all: initial;
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_size);
    line-height: 1.6;
    text-align: start;
    visibility: inherit;
    pointer-events: inherit;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  .base *,
  .base *::before,
  .base *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip: rect(0, 0, 0, 0);
    border: 0;
    white-space: nowrap;
  }
  /* Engines before Chromium 86 do not know :focus-visible and keep the ring on every focus: more, not less. */
  :focus {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
`;
