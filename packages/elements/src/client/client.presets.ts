// Generated from packages/elements/tokens/ by `npm run generate`. Do not edit.

/** The custom properties of a palette, in order, without `--fl-`. */
export const names =
  'color-text|color-muted|color-surface|color-raised|color-border|color-line|color-primary|color-primary-strong|color-on-primary|color-soft|color-danger|color-danger-strong|color-on-danger|color-danger-soft|color-success|color-success-soft|color-focus|shadow|map-ground|map-cluster|desk-red|desk-orange|desk-orange-soft|desk-pink|desk-note-soft|quick-exit-background|radius|scheme';

/** What each palette gives them. */
export const palettes = {
  light:
    '#2a2220|#5a4f4b|#fffdfb|#fff|#857a75|#e4dad5|#812b4c|#641d39|#fff|#f9eff2|#a8201a|#84120e|#fff|#fdeeec|#1b6141|#e9f5ee|#0b57d0|0 2px 12px #3c1e2838|#f4efe8|#812b4c|#a8201a|#8f4300|#fff1e2|#9a1f5c|#f3f1ec|#a8201a||light',
  dark: '#f6efec|#cfc4bf|#1c1817|#282322|#9d918c|#453d3a|#f2abc2|#ffd0de|#3b0a1f|#38242c|#ffb4aa|#ffd6d0|#4a0a06|#43201d|#94d8b2|#1d352a|#9cc2ff|0 2px 14px #000000b3|#25201e|#812b4c|#ffb4aa|#ffbd80|#40290f|#f7a9cf|#2f2b28|#a8201a||dark',
  contrast:
    '#000|#000|#fff|#fff|#000|#000|#4a0023|#000|#fff|#fff|#7a0000|#000|#fff|#fff|#003d20|#fff|#0033a0|0 2px 12px #3c1e2838|#fff|#4a0023|#7a0000|#5c2b00|#fff|#5c0033|#fff|#7a0000||light',
  blue: '#1b2733|#465463|#fdfeff|#fff|#6d7c8c|#d3deea|#14549f|#0c3d78|#fff|#ebf3fc|#b0201b|#8a1511|#fff|#fdeeec|#14624a|#e6f5ef|#a84c00|0 2px 12px #14304f33|#eef3f7|#14549f|#b0201b|#8a4500|#fff2e3|#96205f|#eff3f7|#a8201a|4px|light',
  'blue-dark':
    '#e9f0f7|#b8c6d5|#131a23|#1c2631|#8395a8|#334150|#9cc8ff|#cbe2ff|#06264d|#1b3049|#ffb4aa|#ffd6d0|#4a0a06|#43201d|#8fd9b6|#16352a|#ffc266|0 2px 14px #000000b3|#1b232d|#14549f|#ffb4aa|#ffbd80|#40290f|#f7a9cf|#232d38|#a8201a|4px|dark',
  red: '#2c1f1e|#5f4d4a|#fffdfc|#fff|#8b7673|#ecdcd8|#b0263a|#8a192a|#fff|#faf4ec|#bf3608|#982903|#fff|#ffece4|#1b6141|#e9f5ee|#0b57d0|0 2px 12px #46141a33|#f5f0ea|#b0263a|#b0121f|#7d4a00|#fff3dc|#8e2070|#f6f1ee|#33272b||light',
  'red-dark':
    '#f8efed|#d4c4c0|#1e1716|#2b2120|#a08e8a|#4a3b38|#ffb1b3|#ffd6d6|#520c17|#3d2a24|#ffb088|#ffd3bb|#4a1800|#47220f|#94d8b2|#1d352a|#9cc2ff|0 2px 14px #000000b3|#272020|#b0263a|#ffb0a8|#f4cf7a|#3d2f0d|#f5aee2|#332a28|#a8201a||dark',
} as const;

/** Which palettes a preset has: by day, at night, in high contrast. */
export const presets: Readonly<Record<string, readonly (keyof typeof palettes)[]>> = {
  plain: ['light', 'dark', 'contrast'],
  light: ['light'],
  dark: ['dark'],
  contrast: ['contrast'],
  blue: ['blue', 'blue-dark', 'contrast'],
  red: ['red', 'red-dark', 'contrast'],
};
