import { css } from 'lit';

/** One case: head and safe contact stay, the rest scrolls, what is written stands below. */
export const caseStyles = css`
  .case {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .case-top {
    flex: none;
    border-bottom: 1px solid var(--_line);
    background: var(--_raised);
  }
  .case-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35em;
    padding: 0.6em 0.9em;
  }
  .digits {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .case-title .digits {
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 400;
  }
  .case-line {
    gap: 0.2em 1em;
  }
  .state,
  .waiting,
  .tag {
    padding: 0 0.5em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    color: var(--_text);
    white-space: nowrap;
  }
  .waiting {
    border-style: dashed;
    font-weight: 600;
  }
  .tag {
    font-size: 0.87em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .contact {
    padding: 0.5em 0.9em;
    border-inline-start: 6px solid var(--_success);
    background: var(--_success-soft);
  }
  .contact.shut {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .contact-title {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0, 0, 0, 0);
  }
  .contact-now {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.8em;
  }
  .contact.shut .contact-says {
    color: var(--_danger-strong);
  }
  .contact .call {
    min-height: 2.1em;
  }
  .call bdi {
    margin-inline-start: 0.4em;
  }
  .contact summary {
    cursor: pointer;
  }
  .contact-rules {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.2em;
    margin-top: 0.2em !important;
  }
  .contact-rules li {
    min-width: 0;
    max-width: 100%;
  }
  .forbidden {
    font-weight: 700;
  }
  .forbidden::before {
    content: '⊘ ';
    color: var(--_danger);
  }
  .news {
    flex: none;
    border-radius: 0;
    padding: 0.4em 0.9em;
  }
  .case-body {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) minmax(0, 19em);
    align-content: start;
    min-height: 0;
    overflow: auto;
  }
  .case-main,
  .case-facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 1em;
    padding: 0.9em;
  }
  .case-facts {
    border-inline-start: 1px solid var(--_line);
  }
  .block > h3 {
    margin-bottom: 0.35em;
    color: var(--_muted);
    font-size: 0.93em;
  }
  .danger-block {
    padding: 0.5em 0.7em;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_danger-soft);
  }
  .notice-block {
    padding: 0.5em 0.7em;
    border-inline-start: 4px solid var(--_primary);
    background: var(--_soft);
  }
  .plain > li + li {
    margin-top: 0.45em;
  }
  /* What people wrote stays in its box: stacked marks are cut, and no direction leaks out. */
  .said {
    max-width: 42em;
    overflow: hidden;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: break-word;
  }
  .said-line {
    display: inline-block;
    max-width: 100%;
    overflow: hidden;
    unicode-bidi: isolate;
    overflow-wrap: anywhere;
    word-break: break-word;
    vertical-align: bottom;
  }
  .answer {
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--_line);
  }
  .limits {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    gap: 0.5em;
  }
  .limit {
    display: grid;
    padding: 0.4em 0.7em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .limit-kind {
    font-size: 0.93em;
  }
  .limit.soon {
    border-inline-start-color: var(--_orange);
    background: var(--_orange-soft);
  }
  .limit.now,
  .limit.late {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .limit.late b {
    color: var(--_danger-strong);
  }
  .limit.met {
    border-inline-start-color: var(--_success);
  }
  .limit.met b {
    color: var(--_success);
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    gap: 0.5em;
    padding: 0.1em 0;
  }
  .pair dt {
    color: var(--_muted);
  }
  .risk.yes b {
    color: var(--_danger);
  }
  .plan-items .done {
    color: var(--_muted);
  }
  .events {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .event {
    padding: 0.4em 0.7em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow: hidden;
  }
  .event.hers {
    border-inline-start-color: var(--_primary);
    background: var(--_soft);
  }
  .event.internal {
    border-style: dashed;
    border-inline-start-width: 4px;
    background: var(--_note-soft);
  }
  .event.late {
    border-inline-start-color: var(--_danger);
  }
  .event-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.7em;
  }
  .event-line time {
    margin-inline-start: auto;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .narrow .case {
    display: block;
    overflow: auto;
  }
  .narrow .case-body {
    display: block;
    overflow: visible;
  }
  .narrow .case-top {
    position: static;
  }
  .narrow .contact {
    position: sticky;
    z-index: 1;
    top: 0;
  }
  .narrow .case-top {
    display: contents;
  }
  .narrow .case-head {
    background: var(--_raised);
  }
  .narrow .case-facts {
    border: 0;
    border-top: 1px solid var(--_line);
  }
  @media (max-width: 1099px) {
    .case-body {
      display: block;
    }
    .case-facts {
      border: 0;
    }
  }
`;
