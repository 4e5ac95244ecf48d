import { expect, it } from 'vitest';
import { findPasswordFault } from './password-rules.js';

it.each([
  ['password1234', 'too-common'],
  ['Pass-Word 1234', 'too-common'],
  ['１２３４５６７８９０１２', 'too-common'],
  ['woaini1314520', 'too-common'],
  ['aaaaaaaaaaaa', 'too-simple'],
  ['abababababab', 'too-simple'],
  ['abcdefghijklm', 'too-simple'],
  ['zyxwvutsrqponm', 'too-simple'],
  ['9876543210987', 'too-simple'],
  ['worker.qingxi-1', 'holds-account'],
  ['Worker_Qingxi2026', 'holds-account'],
])('%s is not taken: %s', (password, fault) => {
  expect(findPasswordFault(password, 'worker.qingxi')).toBe(fault);
});

it.each([
  ['wiese-9-regen-salz'],
  ['我家门前有一条小河流过'],
  ['correct horse battery'],
  ['worker.qingxi likes long tea'],
])('%s is taken: length is what counts', (password) => {
  expect(findPasswordFault(password, 'worker.qingxi')).toBeUndefined();
});
