import { css } from 'lit';

/**
 * The frame of every element: type, sizes, elder mode, focus, and a wall against the page's inherited styles.
 *
 * All lengths are `px` here and `em` elsewhere: `rem` would follow pages that shrink `html`. An element draws itself inside
 * one `<div class="base" part="base" lang dir>`. Names that begin with `--_` hold the value in force; a `--fl-…` that the
 * page sets anywhere above comes first. Setting `--fl-…` on `:host` would hide the page's own value, so we never do.
 */
export const frame = css`
  :host {
    --_size: var(--fl-font-size, 18px);
    --_control: var(--fl-control-size, 48px);
    --_space: var(--fl-space, 16px);
    --_radius: var(--fl-radius, 8px);
    display: block;
  }
  :host([elder]) {
    --_size: var(--fl-font-size-elder, 24px);
    --_control: var(--fl-control-size-elder, 60px);
    --_space: var(--fl-space-elder, 20px);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .base {
    all: initial;
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font: var(--_size) / 1.6 var(--fl-font, system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif);
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  .base * {
    box-sizing: border-box;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0, 0, 0, 0);
    white-space: nowrap;
  }
  /* Engines before Chromium 86 do not know :focus-visible and keep the ring on every focus: more, not less. */
  :focus {
    outline: var(--fl-focus-width, 3px) solid var(--_focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
`;
