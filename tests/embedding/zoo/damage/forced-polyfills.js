/* Asks the polyfills of web components to step in although nothing is missing. */
window.customElements.forcePolyfill = true;
