import { css } from 'lit';

/** What signing in looks like: one narrow sheet in the middle, and nothing of what is behind it. */
export const signInStyles = css`
  .sign-in {
    display: grid;
    grid-gap: var(--_space);
    max-width: 26em;
    margin: 6vh auto;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_raised);
  }
  .sign-in-title {
    margin: 0;
    font-size: 1.33em;
    line-height: 1.3;
  }
  .sign-in p {
    margin: 0;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--_space);
  }
  .digits {
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    letter-spacing: 0.05em;
  }
  .secret {
    font-size: 1.25em;
    font-weight: 700;
    user-select: all;
  }
  .secret span {
    display: inline-block;
  }
`;
