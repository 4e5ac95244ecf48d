window.fulianPlanted = 1;
Object.defineProperty(Array.prototype, 'fulianPlanted', { value: 1, configurable: true });
const { matches } = Element.prototype;
Element.prototype.matches = function (selector) {
  return matches.call(this, selector);
};
delete String.prototype.trimLeft;
