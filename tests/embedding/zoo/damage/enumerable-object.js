/* The same with objects: what is meant for a few is on all. */
Object.prototype.extend = function (from) {
  for (var name in from) if (from.hasOwnProperty(name)) this[name] = from[name];
  return this;
};
Object.prototype.isEmpty = function () {
  for (var name in this) if (this.hasOwnProperty(name)) return false;
  return true;
};
