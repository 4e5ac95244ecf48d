/*
 * A portal with polyfills that do not look whether they are needed, and a recorder of errors that wraps what it can reach.
 */
(function () {
  var slice = Array.prototype.slice;

  /* Knows lists and no iterables; no mapping. */
  Array.from = function (list) {
    return slice.call(list);
  };
  Object.assign = function (to) {
    for (var at = 1; at < arguments.length; at++) for (var name in arguments[at]) to[name] = arguments[at][name];
    return to;
  };

  /* A promise of the time before promises, by timers. */
  var later = window.setTimeout;
  function Vow(run) {
    if (!(this instanceof Vow)) throw new TypeError('a Promise needs new');
    this._state = 'open';
    this._waiting = [];
    var self = this;
    var settle = function (state, value) {
      if (self._state !== 'open') return;
      self._state = state;
      self._value = value;
      self._waiting.forEach(function (one) {
        later(one, 0);
      });
    };
    var resolve = function (value) {
      if (value && typeof value.then === 'function')
        try {
          value.then(resolve, function (error) {
            settle('no', error);
          });
        } catch (error) {
          settle('no', error);
        }
      else settle('yes', value);
    };
    try {
      run(resolve, function (error) {
        settle('no', error);
      });
    } catch (error) {
      settle('no', error);
    }
  }
  Vow.prototype.then = function (yes, no) {
    var self = this;
    return new Vow(function (resolve, reject) {
      var go = function () {
        var handler = self._state === 'yes' ? yes : no;
        if (typeof handler !== 'function') return self._state === 'yes' ? resolve(self._value) : reject(self._value);
        try {
          resolve(handler(self._value));
        } catch (error) {
          reject(error);
        }
      };
      if (self._state === 'open') self._waiting.push(go);
      else later(go, 0);
    });
  };
  Vow.prototype['catch'] = function (no) {
    return this.then(undefined, no);
  };
  Vow.resolve = function (value) {
    return new Vow(function (resolve) {
      resolve(value);
    });
  };
  Vow.reject = function (error) {
    return new Vow(function (_, reject) {
      reject(error);
    });
  };
  Vow.all = function (list) {
    return new Vow(function (resolve, reject) {
      var left = list.length,
        found = [];
      if (left === 0) resolve(found);
      slice.call(list).forEach(function (one, at) {
        Vow.resolve(one).then(function (value) {
          found[at] = value;
          if (--left === 0) resolve(found);
        }, reject);
      });
    });
  };
  Vow.race = function (list) {
    return new Vow(function (resolve, reject) {
      slice.call(list).forEach(function (one) {
        Vow.resolve(one).then(resolve, reject);
      });
    });
  };
  window.Promise = Vow;

  /* A fetch of the time before fetch: no stream, a plain object for an answer, promises of its own. */
  window.fetch = function (url, how) {
    how = how || {};
    return new Vow(function (resolve, reject) {
      var request = new XMLHttpRequest();
      request.open(how.method || 'GET', url, true);
      request.responseType = 'arraybuffer';
      for (var name in how.headers || {}) request.setRequestHeader(name, how.headers[name]);
      request.onload = function () {
        var text = function () {
          return new TextDecoder().decode(request.response);
        };
        resolve({
          status: request.status,
          ok: request.status < 300,
          headers: {
            get: function (name) {
              return request.getResponseHeader(name);
            },
          },
          text: function () {
            return Vow.resolve(text());
          },
          json: function () {
            return Vow.resolve().then(function () {
              return JSON.parse(text());
            });
          },
          arrayBuffer: function () {
            return Vow.resolve(request.response);
          },
        });
      };
      request.onerror = function () {
        reject(new TypeError('Network request failed'));
      };
      if (how.signal)
        how.signal.addEventListener('abort', function () {
          request.abort();
          reject(new Error('Aborted'));
        });
      request.send(how.body === undefined ? null : how.body);
    });
  };

  /* The recorder. */
  var wrap = function (run) {
    if (typeof run !== 'function') return run;
    return (
      run._wrapped ||
      (run._wrapped = function () {
        try {
          return run.apply(this, arguments);
        } catch (error) {
          window.recorded = (window.recorded || 0) + 1;
          throw error;
        }
      })
    );
  };
  ['setTimeout', 'setInterval', 'requestAnimationFrame'].forEach(function (name) {
    var native = window[name];
    window[name] = function (run, time) {
      return native.call(window, wrap(run), time);
    };
  });
  ['addEventListener', 'removeEventListener'].forEach(function (name) {
    var native = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (type, run, how) {
      return native.call(this, type, run && run.handleEvent ? run : wrap(run), how);
    };
  });
  window.recorded = 0;
})();
