import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { OperationId } from '@fulian/contract/operations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from '../config.js';
import { ProblemError } from '../problem.js';

/** Which limit an operation counts against; `none` for what supervisors ask. */
const kinds: Record<
  OperationId,
  'read' | 'submit' | 'upload' | 'receipt' | 'feedback' | 'signIn' | 'staff' | 'member' | 'none'
> = {
  searchFederations: 'read',
  getFederation: 'read',
  listChildFederations: 'read',
  getHelpForm: 'read',
  submitHelpRequest: 'submit',
  readOwnHelpRequest: 'receipt',
  startAttachment: 'upload',
  getAttachment: 'upload',
  appendAttachment: 'upload',
  removeAttachment: 'upload',
  downloadOwnAttachment: 'receipt',
  searchServicePoints: 'read',
  getServicePoint: 'read',
  findNearestServicePoints: 'read',
  getServicePointCells: 'read',
  getServicePointTable: 'read',
  listServicePointNames: 'read',
  sendServicePointFeedback: 'feedback',
  getServicePointPhoto: 'read',
  addServicePointPhoto: 'staff',
  changeServicePointPhoto: 'staff',
  removeServicePointPhoto: 'staff',
  createServicePoint: 'staff',
  changeServicePoint: 'staff',
  retireServicePoint: 'staff',
  importServicePoints: 'staff',
  exportServicePoints: 'staff',
  listServicePointFeedback: 'staff',
  settleServicePointFeedback: 'staff',
  listCases: 'staff',
  registerCase: 'staff',
  countCases: 'staff',
  getCaseRules: 'read',
  listCaseWorkers: 'staff',
  watchCases: 'staff',
  getCase: 'staff',
  takeCaseStep: 'staff',
  listCaseEvents: 'staff',
  downloadCaseAttachment: 'staff',
  openOwnCase: 'receipt',
  readOwnCase: 'receipt',
  eraseOwnCase: 'receipt',
  sendOwnMessage: 'receipt',
  rateOwnCase: 'receipt',
  withdrawOwnCase: 'receipt',
  answerOwnConsent: 'receipt',
  downloadOwnCaseAttachment: 'receipt',
  exportOwnCase: 'receipt',
  watchOwnCase: 'receipt',
  signInStaff: 'signIn',
  getStaffSession: 'staff',
  signOutStaff: 'staff',
  changeOwnPassword: 'signIn',
  startSecondFactor: 'staff',
  confirmSecondFactor: 'signIn',
  startOidcSignIn: 'signIn',
  finishOidcSignIn: 'signIn',
  listStaffAccounts: 'staff',
  createStaffAccount: 'staff',
  getStaffAccount: 'staff',
  changeStaffAccount: 'staff',
  listAuditEntries: 'staff',
  getCaseReport: 'staff',
  exportCaseReport: 'staff',
  getPublicCaseReport: 'read',
  listWebhooks: 'staff',
  createWebhook: 'staff',
  deleteWebhook: 'staff',
  listWebhookDeliveries: 'staff',
  repeatWebhookDelivery: 'staff',
  listCouncils: 'read',
  getCouncil: 'read',
  getExecutionReport: 'read',
  listTopics: 'read',
  suggestTopic: 'feedback',
  listMeetings: 'read',
  listResolutions: 'read',
  getCouncilLog: 'read',
  getLogHead: 'read',
  openMemberSession: 'member',
  getOwnMembership: 'member',
  closeMemberSession: 'member',
  listRoll: 'member',
  listOwnTopics: 'member',
  proposeTopic: 'member',
  secondTopic: 'member',
  unsecondTopic: 'member',
  listComments: 'member',
  writeComment: 'member',
  takeBackComment: 'member',
  reportComment: 'member',
  listOwnResolutions: 'member',
  answerExecution: 'member',
  rateResolution: 'member',
  listBallots: 'read',
  getBallot: 'read',
  getBallotReceipts: 'read',
  getOwnBallot: 'member',
  castOpenVote: 'member',
  takeBallotPaper: 'member',
  castSecretVote: 'member',
  castDecidingVote: 'member',
  createCouncil: 'staff',
  changeCouncil: 'staff',
  listMembers: 'staff',
  addMember: 'staff',
  changeMember: 'staff',
  inviteMembers: 'staff',
  listAllTopics: 'staff',
  listAllResolutions: 'staff',
  screenTopic: 'staff',
  listAllComments: 'staff',
  moderateComment: 'staff',
  createMeeting: 'staff',
  getMeeting: 'staff',
  changeMeeting: 'staff',
  listAllBallots: 'staff',
  prepareBallot: 'staff',
  getBallotDraft: 'staff',
  changeBallot: 'staff',
  cancelBallot: 'staff',
  checkBallot: 'staff',
  openBallot: 'staff',
  closeBallot: 'staff',
  recordResolution: 'staff',
  getResolution: 'staff',
  changeResolution: 'staff',
  takeExecutionStep: 'staff',
  listProblems: 'read',
  getProblem: 'read',
  getHealth: 'none',
  getReadiness: 'none',
};

/**
 * Operations that also count against their federation. What is said of places counts for itself: who floods it must not
 * keep anybody from asking for help.
 */
const perFederation: Partial<Record<OperationId, 'requests' | 'feedback'>> = {
  submitHelpRequest: 'requests',
  startAttachment: 'requests',
  sendServicePointFeedback: 'feedback',
  suggestTopic: 'feedback',
};

const window = 60_000;
/** Counters kept in memory a limit; the least recently used go first. */
const remembered = 20_000;

/** Counts calls in this process. Several processes each count for themselves. */
export interface RateLimiter {
  /** Counts a call of an address, and throws `rate-limited` over the limit. Writes the RateLimit headers. */
  address(operation: OperationId | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The same for the federation that a request names in its path. */
  federation(operation: OperationId, request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** The address that limits count: IPv6 by its /64 network, which one household or phone has for itself. */
export function addressOf(request: FastifyRequest): string {
  return normalizeIP(request.ip, 64);
}

/** Prepares the limits; the counters live as long as the app. */
export async function createRateLimiter(app: FastifyInstance, limits: RateLimits): Promise<RateLimiter> {
  await app.register(rateLimit, { global: false, cache: remembered });
  const counter = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    max > 0 ? app.createRateLimit({ max, timeWindow: window, keyGenerator }) : undefined;
  const byAddress = {
    read: counter(limits.read, addressOf),
    submit: counter(limits.submit, addressOf),
    upload: counter(limits.upload, addressOf),
    receipt: counter(limits.receipt, addressOf),
    feedback: counter(limits.feedback, addressOf),
    signIn: counter(limits.signIn, addressOf),
    staff: counter(limits.staff, addressOf),
    member: counter(limits.member, addressOf),
    none: undefined,
  };
  const codeOf = (request: FastifyRequest) => {
    const { code, councilId } = request.params as { code?: string; councilId?: string };
    return code ?? councilId?.slice(0, 12) ?? '';
  };
  const byFederation = {
    requests: counter(limits.federation, codeOf),
    feedback: counter(limits.federation, codeOf),
  };

  const count = async (
    counted: ReturnType<typeof counter>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> => {
    const state = await counted?.(request);
    if (!state || state.isAllowed) return;
    const seconds = Math.max(1, state.ttlInSeconds);
    // Of several limits the one that is nearest to its end is told.
    const told = reply.getHeader('RateLimit-Remaining');
    if (told === undefined || Number(told) >= state.remaining) {
      reply.header('RateLimit-Limit', state.max);
      reply.header('RateLimit-Remaining', state.remaining);
      reply.header('RateLimit-Reset', seconds);
    }
    if (state.isExceeded) throw new ProblemError('rate-limited', { retryAfter: seconds });
  };
  return {
    address: (operation, request, reply) => count(byAddress[operation ? kinds[operation] : 'read'], request, reply),
    federation: async (operation, request, reply) => {
      const kind = perFederation[operation];
      if (kind) await count(byFederation[kind], request, reply);
    },
  };
}
