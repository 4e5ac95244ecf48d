import { css } from 'lit';
import { contrast, dark, light } from './colours.styles.js';
import { frame } from './frame.styles.js';

/** The colours of every element: `--fl-color-*` with what holds where the page sets none. */
const colours = css`
  :host {
    ${light}
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
`;

/** What every element looks like, in light, dark, high contrast and elder mode. */
export const tokens = [frame, colours];
