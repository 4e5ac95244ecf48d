import { css } from 'lit';

/**
 * At the bottom of a phone, where the thumb is; in the upper corner of anything wider. Red and white in every theme that is not red itself, with
 * a ring of two colours around the focus, because nobody knows what lies below it.
 */
export const styles = css`
  /* No box of its own, which would leave a gap between those of the page. */
  :host {
    display: contents;
  }
  .base {
    position: fixed;
    z-index: 2147483647;
    bottom: 0;
    left: 0;
    right: 0;
    padding: 8px;
    padding-bottom: calc(8px + env(safe-area-inset-bottom, 0px));
    transform: translateY(var(--_lift, 0));
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: var(--_control);
    padding: 4px 20px;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--fl-quick-exit-background, #a8201a);
    box-shadow: 0 2px 12px rgba(0, 0, 0, 0.4);
    color: var(--fl-quick-exit-color, #fff);
    font-weight: 600;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  .button:hover {
    text-decoration: underline;
  }
  .button:focus {
    outline: 3px solid #fff;
    outline-offset: 0;
    box-shadow: 0 0 0 6px #0b3d91;
  }
  svg {
    width: 1.2em;
    margin-inline-end: 0.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
  }
  [dir='rtl'] svg {
    transform: scaleX(-1);
  }
  .hint {
    display: none;
    font-size: 0.7em;
    font-weight: 400;
  }
  @media (min-width: 640px) {
    .base {
      top: var(--fl-quick-exit-top, 8px);
      bottom: auto;
      left: auto;
      transform: none;
    }
    [dir='rtl'].base {
      left: 0;
      right: auto;
    }
    @media (hover: hover) {
      .hint {
        display: block;
      }
    }
  }
  @media print {
    .base {
      display: none;
    }
  }
`;
