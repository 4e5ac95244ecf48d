/* Scripts of the year 2007 add to arrays, and everything that walks through one by `for…in` meets it. */
Array.prototype.contains = function (one) {
  return this.indexOf(one) >= 0;
};
Array.prototype.remove = function (one) {
  var at = this.indexOf(one);
  if (at >= 0) this.splice(at, 1);
  return this;
};
Array.prototype.first = function () {
  return this[0];
};
Array.prototype.insertAt = function (at, one) {
  this.splice(at, 0, one);
  return this;
};
