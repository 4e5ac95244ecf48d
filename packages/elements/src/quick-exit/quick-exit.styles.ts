import { css } from 'lit';

/** At the bottom of a phone, where the thumb is; in the upper corner of anything wider. */
export const styles = css`
  :host {
    display: block;
  }
  .base {
    position: fixed;
    z-index: 2147483647;
    top: auto;
    bottom: 0;
    left: 0;
    right: 0;
    width: auto;
    max-width: none;
    height: auto;
    max-height: none;
    margin: 0;
    padding: 8px 12px;
    padding-bottom: 8px;
    padding-bottom: calc(8px + env(safe-area-inset-bottom, 0px));
    border: 0;
    overflow: visible;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    transform: translateY(var(--_lift, 0));
  }
  .button {
    display: flex;
    width: 100%;
    background: var(--_exit);
    color: var(--_on-exit);
  }
  .button:hover {
    background: var(--_exit-strong);
    color: var(--_on-exit);
  }
  :host {
    --_exit: var(--fl-quick-exit-background, var(--_danger));
    --_exit-strong: var(--fl-quick-exit-background, var(--_danger-strong));
    --_on-exit: var(--fl-quick-exit-color, var(--_on-danger));
  }
  .arrow {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    margin-inline-end: 0.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .base[dir='rtl'] .arrow {
    transform: scaleX(-1);
  }
  .hint {
    display: none;
  }
  @media (min-width: 640px) {
    .base {
      top: var(--fl-quick-exit-top, 16px);
      bottom: auto;
      left: auto;
      right: 16px;
      padding: 0;
      border-radius: var(--_radius);
      background: none;
      box-shadow: none;
      text-align: center;
      transform: none;
    }
    .base[dir='rtl'] {
      left: 16px;
      right: auto;
    }
    .button {
      width: auto;
      box-shadow: var(--_shadow);
    }
  }
  @media (min-width: 640px) and (hover: hover) and (pointer: fine) {
    .hint {
      display: block;
      margin-top: 4px;
      padding: 1px 8px;
      border-radius: var(--_radius);
      background: var(--_raised);
      font-size: 0.72em;
    }
  }
  @media (forced-colors: active) {
    .base {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .base {
      display: none;
    }
  }
`;
