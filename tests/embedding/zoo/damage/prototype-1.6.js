/*
 * What Prototype 1.6 does to the built-ins of a page, written after its documentation: the registry has the library no more.
 * Its ways of walking, its own reading of JSON, its changed `reverse`, `reduce`, `entries`, `find`, `bind`, `remove`.
 */
(function () {
  var extend = function (to, from) {
    for (var name in from) to[name] = from[name];
    return to;
  };
  var slice = Array.prototype.slice;
  var $A = function (iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    return slice.call(iterable, 0);
  };
  Array.from = $A;
  window.$A = $A;
  window.Prototype = {
    Version: '1.6.0.3',
    emptyFunction: function () {},
    K: function (x) {
      return x;
    },
  };
  window.$break = {};
  window.$ = function (id) {
    return typeof id === 'string' ? document.getElementById(id) : id;
  };
  window.$$ = function (selector) {
    return $A(document.querySelectorAll(selector));
  };
  window.$w = function (words) {
    return words.split(/\s+/);
  };
  extend(Object, {
    extend: extend,
    toJSON: function (object) {
      if (typeof object == 'undefined' || typeof object == 'function') return undefined;
      if (typeof object == 'boolean') return object.toString();
      if (object === null) return 'null';
      if (object.toJSON) return object.toJSON();
      if (object.nodeType == 1) return undefined;
      var found = [];
      for (var name in object) {
        var value = Object.toJSON(object[name]);
        if (value !== undefined) found.push(name.toJSON() + ': ' + value);
      }
      return '{' + found.join(', ') + '}';
    },
    clone: function (object) {
      return extend({}, object);
    },
    isArray: function (object) {
      return object != null && typeof object == 'object' && 'splice' in object && 'join' in object;
    },
    values: function (object) {
      var found = [];
      for (var name in object) found.push(object[name]);
      return found;
    },
    keys: function (object) {
      var found = [];
      for (var name in object) found.push(name);
      return found;
    },
  });
  extend(Function.prototype, {
    argumentNames: function () {
      return [];
    },
    bind: function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this,
        given = $A(arguments),
        object = given.shift();
      return function () {
        return method.apply(object, given.concat($A(arguments)));
      };
    },
    bindAsEventListener: function (object) {
      var method = this;
      return function (event) {
        return method.call(object, event || window.event);
      };
    },
    curry: function () {
      var method = this,
        given = $A(arguments);
      return function () {
        return method.apply(this, given.concat($A(arguments)));
      };
    },
    delay: function (seconds) {
      var method = this;
      return setTimeout(function () {
        return method();
      }, seconds * 1000);
    },
    wrap: function (wrapper) {
      var method = this;
      return function () {
        return wrapper.apply(this, [method.bind(this)].concat($A(arguments)));
      };
    },
    methodize: function () {
      var method = this;
      return function () {
        return method.apply(null, [this].concat($A(arguments)));
      };
    },
  });
  Function.prototype.defer = Function.prototype.delay.curry(0.01);
  RegExp.prototype.match = RegExp.prototype.test;
  RegExp.escape = function (text) {
    return String(text).replace(/([.*+?^=!:${}()|[\]\/\\])/g, '\\$1');
  };
  Date.prototype.toJSON = function () {
    return '"' + this.getUTCFullYear() + '-' + (this.getUTCMonth() + 1) + '-' + this.getUTCDate() + '"';
  };
  extend(Number.prototype, {
    toJSON: function () {
      return isFinite(this) ? this.toString() : 'null';
    },
    succ: function () {
      return this + 1;
    },
    times: function (run) {
      for (var at = 0; at < this; at++) run(at);
      return this;
    },
  });
  extend(String.prototype, {
    toJSON: function () {
      return '"' + this.replace(/"/g, '\\"') + '"';
    },
    strip: function () {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    startsWith: function (pattern) {
      return this.indexOf(pattern) === 0;
    },
    endsWith: function (pattern) {
      var at = this.length - pattern.length;
      return at >= 0 && this.lastIndexOf(pattern) === at;
    },
    include: function (pattern) {
      return this.indexOf(pattern) > -1;
    },
    sub: function (pattern, by) {
      return this.replace(pattern, by);
    },
    times: function (count) {
      return count < 1 ? '' : new Array(count + 1).join(this);
    },
    toArray: function () {
      return this.split('');
    },
    blank: function () {
      return /^\s*$/.test(this);
    },
    empty: function () {
      return this == '';
    },
    stripTags: function () {
      return this.replace(/<\/?[^>]+>/gi, '');
    },
  });
  var each = function (run, context) {
    run = run.bind(context);
    for (var at = 0; at < this.length; at++) run(this[at], at);
    return this;
  };
  var collect = function (run, context) {
    run = run ? run.bind(context) : window.Prototype.K;
    var found = [];
    this.each(function (value, index) {
      found.push(run(value, index));
    });
    return found;
  };
  var detect = function (run, context) {
    run = run.bind(context);
    for (var at = 0; at < this.length; at++) if (run(this[at], at)) return this[at];
  };
  var findAll = function (run, context) {
    run = run.bind(context);
    var found = [];
    this.each(function (value, index) {
      if (run(value, index)) found.push(value);
    });
    return found;
  };
  var include = function (object) {
    return this.indexOf(object) != -1;
  };
  var all = function (run, context) {
    run = run ? run.bind(context) : window.Prototype.K;
    for (var at = 0; at < this.length; at++) if (!run(this[at], at)) return false;
    return true;
  };
  var any = function (run, context) {
    run = run ? run.bind(context) : window.Prototype.K;
    for (var at = 0; at < this.length; at++) if (run(this[at], at)) return true;
    return false;
  };
  var toArray = function () {
    return slice.call(this, 0);
  };
  var reverse = Array.prototype.reverse;
  extend(Array.prototype, {
    _reverse: reverse,
    _each: each,
    each: each,
    forEach: each,
    all: all,
    every: all,
    any: any,
    some: any,
    collect: collect,
    map: collect,
    detect: detect,
    find: detect,
    findAll: findAll,
    select: findAll,
    filter: findAll,
    include: include,
    member: include,
    entries: toArray,
    toArray: toArray,
    clone: toArray,
    inject: function (memo, run) {
      this.each(function (value, index) {
        memo = run(memo, value, index);
      });
      return memo;
    },
    invoke: function (method) {
      return this.map(function (value) {
        return value[method]();
      });
    },
    pluck: function (name) {
      return this.map(function (value) {
        return value[name];
      });
    },
    reverse: function (inline) {
      return (inline !== false ? this : this.toArray())._reverse();
    },
    reduce: function () {
      return this.length > 1 ? this : this[0];
    },
    clear: function () {
      this.length = 0;
      return this;
    },
    first: function () {
      return this[0];
    },
    last: function () {
      return this[this.length - 1];
    },
    compact: function () {
      return this.select(function (value) {
        return value != null;
      });
    },
    flatten: function () {
      return this.inject([], function (list, value) {
        return list.concat(Object.isArray(value) ? value.flatten() : [value]);
      });
    },
    without: function () {
      var values = $A(arguments);
      return this.select(function (value) {
        return !values.include(value);
      });
    },
    uniq: function () {
      return this.inject([], function (list, value) {
        if (!list.include(value)) list.push(value);
        return list;
      });
    },
    size: function () {
      return this.length;
    },
    inspect: function () {
      return '[' + this.join(', ') + ']';
    },
    toJSON: function () {
      var found = [];
      this.each(function (object) {
        var value = Object.toJSON(object);
        if (value !== undefined) found.push(value);
      });
      return '[' + found.join(', ') + ']';
    },
  });
  var NativeElement = window.Element;
  window.Element = function (tag, attributes) {
    var made = document.createElement(tag);
    for (var name in attributes || {}) made.setAttribute(name, attributes[name]);
    return made;
  };
  window.Element.prototype = NativeElement.prototype;
  extend(HTMLElement.prototype, {
    visible: function () {
      return this.style.display != 'none';
    },
    hide: function () {
      this.style.display = 'none';
      return this;
    },
    show: function () {
      this.style.display = '';
      return this;
    },
    remove: function () {
      this.parentNode.removeChild(this);
      return this;
    },
    update: function (content) {
      this.innerHTML = content;
      return this;
    },
    select: function (selector) {
      return $A(this.querySelectorAll(selector));
    },
    next: function () {
      return this.nextElementSibling;
    },
    previous: function () {
      return this.previousElementSibling;
    },
    up: function () {
      return this.parentNode;
    },
    down: function () {
      return this.firstElementChild;
    },
    observe: function (type, run) {
      this.addEventListener(type, run);
      return this;
    },
    addClassName: function (name) {
      this.className += ' ' + name;
      return this;
    },
    empty: function () {
      return this.innerHTML.blank();
    },
  });
  window.Hash = function (object) {
    this._object = extend({}, object);
  };
  window.Ajax = {};
  window.Event.observe = function (element, type, run) {
    element.addEventListener(type, run);
  };
  window.Event.prototype.stop = function () {
    this.preventDefault();
    this.stopPropagation();
  };
  window.Event.prototype.element = function () {
    return this.target;
  };
})();
