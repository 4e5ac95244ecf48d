import { css } from 'lit';

/** The map with what lies on it. */
export const mapStyles = css`
  .map-pane {
    position: relative;
    min-width: 0;
  }
  .wide .map-pane {
    position: -webkit-sticky;
    position: sticky;
    top: var(--fl-sticky-top, 0);
  }
  .map-frame {
    position: relative;
  }
  .map {
    --_ground: var(--fl-map-ground, #f4efe8);
    position: relative;
    z-index: 0;
    overflow: hidden;
    contain: layout paint;
    height: var(--fl-map-height, 62vh);
    min-height: 18em;
    max-height: 44em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
    /* So that its canvas learns of other colours. */
    transition: 1ms;
    direction: ltr;
    cursor: grab;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .map:active {
    cursor: grabbing;
  }
  .plane,
  .tiles,
  .markers {
    position: absolute;
    top: 0;
    left: 0;
  }
  .plane {
    width: 100%;
    height: 100%;
    transform-origin: 0 0;
    will-change: transform;
  }
  .base-lines {
    position: absolute;
    top: -160px;
    left: -160px;
    pointer-events: none;
  }
  .tile {
    position: absolute;
    top: 0;
    left: 0;
    max-width: none;
    opacity: 0;
    pointer-events: none;
  }
  .tile.come {
    opacity: 1;
  }
  .marker {
    position: absolute;
    top: 0;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 36px;
    height: 36px;
    margin: 0;
    padding: 0;
    border: 2px solid #fff;
    border-radius: 50%;
    background: var(--_sign, var(--_cluster));
    box-shadow: 0 1px 5px rgba(40, 20, 30, 0.45);
    color: #fff;
    font: inherit;
    font-size: 0.89em;
    font-weight: 600;
    line-height: 1;
    cursor: pointer;
    touch-action: none;
  }
  /* The target is larger than what is drawn, where that is small. */
  .marker:not(.tens):not(.hundreds)::before {
    content: '';
    position: absolute;
    top: -6px;
    right: -6px;
    bottom: -6px;
    left: -6px;
    border-radius: 50%;
  }
  .marker:hover,
  .marker:focus {
    z-index: 2;
  }
  .marker[aria-current] {
    z-index: 1;
    box-shadow:
      0 0 0 3px var(--_focus),
      0 1px 6px rgba(40, 20, 30, 0.5);
  }
  .cluster {
    --_cluster: var(--fl-map-cluster, #812b4c);
    width: 42px;
    height: 42px;
  }
  .cluster.tens {
    width: 50px;
    height: 50px;
  }
  .cluster.hundreds {
    width: 58px;
    height: 58px;
  }
  .area {
    border-style: dashed;
  }
  :host([elder]) .marker {
    width: 46px;
    height: 46px;
  }
  /* Its width is a length on the ground. */
  :host([elder]) .scale {
    font-size: 0.6em;
  }
  :host([elder]) .cluster {
    width: 54px;
    height: 54px;
  }
  :host([elder]) .cluster.hundreds {
    width: 66px;
    height: 66px;
  }
  .controls {
    position: absolute;
    z-index: 1;
    top: 10px;
    right: 10px;
    display: grid;
    grid-gap: 6px;
  }
  [dir='rtl'] .controls {
    right: auto;
    left: 10px;
  }
  .controls .button {
    width: var(--_control);
    padding: 0;
    border: 1px solid var(--_border);
    background: var(--_raised);
    box-shadow: 0 1px 4px rgba(40, 20, 30, 0.25);
    color: var(--_primary);
    font-size: 1.2em;
  }
  .controls .button:hover {
    background: var(--_soft);
  }
  .controls svg {
    width: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .scale {
    position: absolute;
    z-index: 1;
    bottom: 10px;
    left: 10px;
    padding: 0 4px 1px;
    border: solid var(--_text);
    border-width: 0 2px 2px;
    background: var(--_raised);
    color: var(--_text);
    font-size: 0.78em;
    line-height: 1.5;
    white-space: nowrap;
    opacity: 0.9;
    pointer-events: none;
    text-align: center;
    direction: ltr;
  }
  .credits {
    margin-top: 6px;
    color: var(--_muted);
    font-size: 0.78em;
    line-height: 1.45;
  }
  .map-frame > .notice {
    position: absolute;
    z-index: 1;
    right: 10px;
    bottom: 44px;
    left: 10px;
    font-size: 0.89em;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([appearance])) .map {
      --_ground: var(--fl-map-ground, #25201e);
    }
  }
  :host([appearance='dark']) .map {
    --_ground: var(--fl-map-ground, #25201e);
  }
  @media (prefers-contrast: more) {
    :host(:not([appearance])) .map {
      --_ground: #fff;
    }
  }
  :host([appearance='contrast']) .map {
    --_ground: #fff;
  }
  @media (forced-colors: active) {
    .marker {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
    .marker[aria-current] {
      outline: 3px solid Highlight;
    }
  }
`;
