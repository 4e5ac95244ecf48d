import { css } from 'lit';

const dark = css`
  --_text: var(--fl-color-text, #f6efec);
  --_raised: var(--fl-color-raised, #282322);
  --_focus: var(--fl-color-focus, #9cc2ff);
`;

/**
 * At the bottom of a phone, where the thumb is; in the upper corner of anything wider. Has the few colours that it needs
 * itself, because it also stands alone; the red is the same in every theme.
 */
export const styles = css`
  :host {
    --_text: var(--fl-color-text, #2a2220);
    --_raised: var(--fl-color-raised, #fff);
    --_focus: var(--fl-color-focus, #0b57d0);
    --_shadow: var(--fl-shadow, 0 2px 12px rgba(0, 0, 0, 0.35));
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([appearance])) {
      ${dark}
    }
  }
  :host([appearance='dark']) {
    ${dark}
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
    align-items: center;
    justify-content: center;
    min-height: var(--_control);
    padding: 6px 20px;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--fl-quick-exit-background, #a8201a);
    color: var(--fl-quick-exit-color, #fff);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  .button:hover {
    text-decoration: underline;
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
