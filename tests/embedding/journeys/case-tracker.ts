import type { Guest } from './guest.js';
import { indexOf } from './pristine.js';
import type { Facts } from './report.js';

async function open(one: Guest, number: string, secret: string): Promise<void> {
  await one.type('number', number);
  await one.type('secret', secret);
  await one.press('[part=open]');
  await one.there('[part=next]');
}

/** Opens a case with number and secret, writes with a photo, puts it away, and says of another that she is satisfied. */
export async function walkCaseTracker(one: Guest, { openCase, resolvedCase, secret }: Facts): Promise<void> {
  await one.there('#number');
  await one.picture('receipt');
  await open(one, openCase, secret);
  one.step('opened');
  await one.until(() => one.has('#write'), 'the way to write');
  await one.picture('case');
  await one.press('#write');
  await one.there('#message');
  await one.attach('attachments', '门锁.jpg', 2000);
  await one.there('.file .done');
  one.step('photo');
  await one.type('message', '我今晚在娘家，孩子也在。"<\'&>');
  await one.press('[part=send]');
  await one.says('[part=write] .done', '送到了');
  one.step('message');
  await one.press('[part=put-away]');
  await one.pressWords('重新打开');
  await open(one, resolvedCase, secret);
  await one.there('[part=rating]');
  await one.pressWords('满意', '[part=rating]');
  await one.until(() => indexOf(one.words('[part=rating]'), '您说过满意') >= 0, 'the rating');
  one.step('satisfied');
}
