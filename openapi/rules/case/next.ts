import type { components } from '../../generated/types.js';
import type { CaseFacts, LimitKind } from './case-facts.js';
import { reopenUntil } from './steps.js';

type OwnNext = components['schemas']['OwnNext'];

/** What happens next, and by when, as its requester is told. What should have happened by now is `late`. */
export function nextOf(facts: CaseFacts, now: Date, rules: { readonly reopenDays: number }): OwnNext {
  const open = (kind: LimitKind) => facts.limits.find((one) => one.kind === kind && one.metAt === undefined);
  const by = (kind: OwnNext['kind'], limit: LimitKind): OwnNext => {
    const due = open(limit)?.due;
    return { kind, ...(due !== undefined && { due, late: Date.parse(due) <= now.getTime() }) };
  };
  switch (facts.state) {
    case 'submitted':
    case 'accepted':
    case 'in-progress':
    case 'reopened':
      if (facts.asked || facts.consentAsked) return { kind: 'your-answer' };
      if (open('first-contact')) return by('contact', 'first-contact');
      if (facts.state === 'submitted') return by('acceptance', 'acceptance');
      return facts.offer ? by('transfer', 'resolution') : by('work', 'resolution');
    case 'resolved':
    case 'followed-up': {
      const until = reopenUntil(facts, rules.reopenDays);
      if (facts.satisfied === undefined && until && now < until)
        return { kind: 'your-rating', due: until.toISOString() };
      return open('follow-up') ? by('follow-up', 'follow-up') : { kind: 'nothing' };
    }
    case 'closed': {
      const until = reopenUntil(facts, rules.reopenDays);
      if (facts.satisfied === undefined && until && now < until)
        return { kind: 'your-rating', due: until.toISOString() };
      return { kind: 'nothing' };
    }
    case 'declined':
    case 'withdrawn':
      return { kind: 'nothing' };
  }
}
