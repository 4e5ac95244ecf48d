import { css } from 'lit';

/** Head, tabs and lists. Needs `tokens`, `controls` and `councilStyles`. */
export const styles = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--_space);
    max-width: 46em;
  }
  .head,
  .panel,
  .items,
  .comments,
  .evidence {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.75);
  }
  .line,
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: -3px;
  }
  .line > *,
  .who > * {
    margin: 3px;
  }
  .line .title,
  .who > :first-child {
    flex: 1 1 9em;
  }
  .acts {
    border-top: 1px solid var(--_line);
    padding-top: 6px;
  }
  .acts > :first-child {
    flex: 1 1 auto;
  }
  h4 {
    font-size: 1em;
  }
  .badge {
    flex: 0 1 auto;
    padding: 0 0.6em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.89em;
  }
  .badge.good {
    border-color: var(--_success);
    background: var(--_success-soft);
    color: var(--_success);
  }
  .badge.bad {
    border-color: var(--_danger);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    border-bottom: 2px solid var(--_line);
  }
  .tab {
    flex: 1 0 auto;
    min-height: var(--_control);
    margin: 0 0 -2px;
    padding: 0.3em 0.2em;
    border: 0;
    border-bottom: 4px solid transparent;
    background: transparent;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .tab:hover {
    background: var(--_soft);
  }
  .tab[aria-selected='true'] {
    border-color: var(--_primary);
    color: var(--_primary);
    font-weight: 700;
  }
  .filter {
    display: grid;
    max-width: 16em;
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: 0.1em 1em;
    margin: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .agenda {
    padding-inline-start: 1.6em;
  }
  .agenda li {
    list-style: decimal;
  }
  .evidence > li,
  .comment {
    padding-inline-start: 0.8em;
    border-inline-start: 4px solid var(--_line);
  }
  .comment.hers {
    border-color: var(--_primary);
  }
  .small {
    padding: 0;
    font-weight: 400;
  }
  .talk {
    padding-top: calc(var(--_space) * 0.5);
  }
  .stars {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    grid-gap: 6px;
  }
  .star {
    position: relative;
    cursor: pointer;
    touch-action: manipulation;
  }
  .star input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .star span {
    display: grid;
    align-content: center;
    justify-items: center;
    height: 100%;
    min-height: var(--_control);
    padding: 2px;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    text-align: center;
    line-height: 1.25;
  }
  .star small {
    font-size: 0.72em;
  }
  .star input:checked + span {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .star:focus-within {
    outline: var(--fl-focus-width, 3px) solid var(--_focus);
    outline-offset: 2px;
  }
  .empty {
    padding: var(--_space);
    border: 2px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  fl-ballot::part(sheet) {
    padding: 0;
    border: 0;
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'],
    .star input:checked + span {
      outline: 3px solid Highlight;
    }
  }
`;
