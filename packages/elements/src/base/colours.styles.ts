// Generated from packages/elements/tokens/ by `npm run generate`. Do not edit.

import { css } from 'lit';

/** The colours of light. */
export const light = css`
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
  --_shadow: var(--fl-shadow, 0 2px 12px #3c1e2838);
  color-scheme: var(--fl-scheme, light);
`;

/** The colours of dark. */
export const dark = css`
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
  --_shadow: var(--fl-shadow, 0 2px 14px #000000b3);
  color-scheme: var(--fl-scheme, dark);
`;

/** The colours of contrast. */
export const contrast = css`
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
  color-scheme: light;
`;
