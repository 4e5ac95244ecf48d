document.body.setAttribute('style', 'color: red');
console.warn('a word on the console');
setTimeout(() => {
  throw new Error('an error that nobody catches');
});
