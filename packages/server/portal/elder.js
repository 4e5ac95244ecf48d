// Before the first paint, so that nobody sees small type turn into large type. The wish travels in the address of our own
// links and is stored nowhere.
if (/[?&]view=elder(&|$)/.test(location.search)) document.documentElement.classList.add('elder');
