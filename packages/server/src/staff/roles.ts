import type { operationDetails } from '@fulian/contract/operation-details';
import type { components } from '@fulian/contract/types';

/** What somebody does in a federation. */
export type StaffRole = components['schemas']['StaffRole'];
/** The same, or a machine that an operator gave a token. */
export type Role = StaffRole | 'machine';

type Details = typeof operationDetails;
/** The operations that ask for a staff token. */
export type StaffOperation = {
  [Op in keyof Details]: 'staff' extends Details[Op]['security'][number] ? Op : never;
}[keyof Details];

/** Whoever has an account. */
const everybody = ['intake', 'worker', 'supervisor', 'administrator', 'auditor'] as const;
const casework = ['intake', 'worker', 'supervisor'] as const;
const statistics = ['worker', 'supervisor', 'auditor'] as const;
/** Organisers of councils. */
const organisers = ['worker', 'supervisor'] as const;
/** Of what is founded and changed rather than run. */
const founders = ['worker', 'supervisor', 'administrator'] as const;
const places = ['worker', 'supervisor', 'administrator', 'machine'] as const;

/** Who may do what. An operation that is missing here does not compile; what is not listed is refused. */
export const roles: Readonly<Record<StaffOperation, readonly Role[]>> = {
  createServicePoint: places,
  changeServicePoint: places,
  retireServicePoint: places,
  importServicePoints: places,
  exportServicePoints: places,
  listServicePointFeedback: places,
  settleServicePointFeedback: places,
  addServicePointPhoto: places,
  changeServicePointPhoto: places,
  removeServicePointPhoto: places,

  listCases: casework,
  registerCase: casework,
  countCases: casework,
  listCaseWorkers: casework,
  watchCases: casework,
  getCase: casework,
  takeCaseStep: casework,
  listCaseEvents: casework,
  downloadCaseAttachment: casework,

  getCaseReport: statistics,
  exportCaseReport: statistics,

  createCouncil: founders,
  changeCouncil: founders,
  listMembers: founders,
  addMember: founders,
  changeMember: founders,
  inviteMembers: founders,
  listAllTopics: organisers,
  listAllResolutions: organisers,
  screenTopic: organisers,
  listAllComments: organisers,
  moderateComment: organisers,
  createMeeting: organisers,
  getMeeting: organisers,
  changeMeeting: organisers,
  listAllBallots: organisers,
  prepareBallot: organisers,
  getBallotDraft: organisers,
  changeBallot: organisers,
  cancelBallot: organisers,
  checkBallot: organisers,
  openBallot: organisers,
  closeBallot: organisers,
  recordResolution: organisers,
  getResolution: organisers,
  changeResolution: organisers,
  takeExecutionStep: organisers,

  getStaffSession: everybody,
  signOutStaff: everybody,
  changeOwnPassword: everybody,
  startSecondFactor: everybody,
  confirmSecondFactor: everybody,
  listStaffAccounts: ['administrator', 'auditor'],
  createStaffAccount: ['administrator'],
  getStaffAccount: ['administrator', 'auditor'],
  changeStaffAccount: ['administrator'],
  listAuditEntries: ['auditor'],

  listWebhooks: ['administrator'],
  createWebhook: ['administrator'],
  deleteWebhook: ['administrator'],
  listWebhookDeliveries: ['administrator'],
  repeatWebhookDelivery: ['administrator'],
};

/** What somebody may do who must set up one-time codes first. */
const beforeSecondFactor: ReadonlySet<StaffOperation> = new Set([
  'getStaffSession',
  'signOutStaff',
  'startSecondFactor',
  'confirmSecondFactor',
]);

/** Whether a role may do something; `complete` is false while the second factor is still to be set up. */
export function mayDo(role: Role, operation: StaffOperation, complete = true): boolean {
  return roles[operation].includes(role) && (complete || beforeSecondFactor.has(operation));
}
