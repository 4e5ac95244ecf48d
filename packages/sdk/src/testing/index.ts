/** A service in memory, for tests, stories and whoever builds a portal. */
export { createTestServer, type TestServer, type TestServerOptions } from './server.js';
export { sampleAnswers } from './sample-answers.js';
export { sampleServicePoints, type TestServicePoint } from './sample-service-points.js';
export { sampleCases, testCaseId, testCaseNumber, testSecret } from './cases/sample-cases.js';
export type { TestCase, TestCaseEvent } from './cases/test-case.js';
export {
  testBallotId,
  type TestBallotName,
  testCouncilId,
  testInvitation,
  testMemberId,
  testVoucher,
} from './councils/sample-councils.js';
export type { TestBallot } from './councils/test-ballot.js';
export type { TestCouncil, TestMember } from './councils/test-council.js';
export { testCode, testPassword, type TestStaff } from './cases/test-staff.js';
export type { Fault, Gate, TestRequest, Which } from './faults.js';
export type { StoredAttachment, StoredHelpRequest, TestServerState } from './state.js';
