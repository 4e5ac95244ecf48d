import { isReadByHer, type CaseEventKind } from '@fulian/contract/rules/case';

/** Whether a requester may read the words of an event of her case and take its files. */
export function isReadable(event: {
  readonly kind: CaseEventKind;
  readonly actor_kind: 'staff' | 'requester' | 'service';
  readonly internal: boolean;
}): boolean {
  return !event.internal && (event.actor_kind === 'requester' || isReadByHer(event.kind));
}
