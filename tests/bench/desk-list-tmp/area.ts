import { listRows } from '../desk/list.js'; export const area = { title: 'x', run: listRows };
