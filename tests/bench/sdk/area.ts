import type { Area } from '../area.js';
export const area: Area = { title: 'x', run: async () => [] };
