// What whoever pastes a library's radio buttons writes herself: the numbers to call where somebody says that she is in danger.
document.querySelector('#danger').addEventListener('change', ({ target }) => {
  document.querySelector('#emergency').hidden = target.value !== 'yes';
});
