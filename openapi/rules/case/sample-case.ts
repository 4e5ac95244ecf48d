import { examples } from '../../generated/examples.js';
import type { HolidayCalendar } from '../map/opening-hours.js';
import type { CaseFacts, CaseRules, CaseStaff } from './case-facts.js';
import { limitsOf } from './limits.js';

/** What the State Council announced for 2025 and 2026 (国办发明电〔2024〕12号, 〔2025〕7号). For tests. */
export const announced: HolidayCalendar = {
  2025: {
    off: [
      ...['01-01', '01-28', '01-29', '01-30', '01-31', '02-01', '02-02', '02-03', '02-04', '04-04', '04-05', '04-06'],
      ...['05-01', '05-02', '05-03', '05-04', '05-05', '05-31', '06-01', '06-02'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-08'],
    ],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ...['01-01', '01-02', '01-03', '02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
      ...['04-04', '04-05', '04-06', '05-01', '05-02', '05-03', '05-04', '05-05', '06-19', '06-20', '06-21'],
      ...['09-25', '09-26', '09-27', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

/** The rules of the contract's example: red in an hour, consultations in 3 working days, all else in 15. */
export const sampleRules = examples.getCaseRules.answers.standard as unknown as CaseRules;

/** A county. */
export const sampleCounty = '990101000000';
/** A township of it. */
export const sampleTownship = '990101001000';

/** Somebody of the county's staff; a worker unless a test says otherwise. */
export function sampleStaff(change: Partial<CaseStaff> = {}): CaseStaff {
  return { id: 'worker-one', name: '示例干部', role: 'worker', unit: sampleCounty, ...change };
}

/** A case that came on a Friday morning and that nobody has looked at. */
export function sampleCase(change: Partial<CaseFacts> = {}): CaseFacts {
  const submittedAt = new Date(change.submittedAt ?? '2026-11-20T03:15:00Z');
  const [category, grade] = [change.category ?? 'family-dispute', change.grade ?? 'none'];
  return {
    revision: 1,
    lastSeq: 1,
    state: 'submitted',
    grade,
    category,
    home: sampleCounty,
    owner: sampleCounty,
    excludedUnits: [],
    joint: [],
    asked: false,
    consentAsked: false,
    limits: limitsOf({ category, grade, submittedAt }, { rules: sampleRules, calendar: announced }),
    extended: false,
    keyFamily: false,
    followUps: [],
    unread: false,
    dismissed: [],
    submittedAt: submittedAt.toISOString(),
    ...change,
  };
}
