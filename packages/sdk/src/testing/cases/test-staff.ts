import type { CaseStaff } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';

/** An account of the test server. */
export interface TestStaff {
  member: Schemas['StaffMember'];
  password: string;
  /** It has to set up one-time codes before anything else. */
  mustSetUp?: boolean;
  revision: number;
}

/** The password of every account that the test server begins with. */
export const testPassword = 'example-password-1';
/** The one-time code that is always right. */
export const testCode = '120456';

const county = { code: '990101000000', name: '清溪县' };
const city = { code: '990100000000', name: '云溪市' };
const township = { code: '990101001000', name: '柳桥镇' };
const village = { code: '990101001001', name: '荷塘村' };

const people = [
  ['worker.qingxi', '示例干部', 'worker', county],
  ['worker2.qingxi', '示例干部二', 'worker', county],
  ['intake.qingxi', '示例接待员', 'intake', county],
  ['supervisor.qingxi', '示例主任', 'supervisor', county],
  ['admin.qingxi', '示例管理员', 'administrator', county],
  ['auditor.qingxi', '示例审计员', 'auditor', county],
  ['worker.yunxi', '示例市干部', 'supervisor', city],
  ['worker.liuqiao', '示例镇干部', 'worker', township],
  ['worker.hetang', '示例村干部', 'worker', village],
  ['codes.qingxi', '示例验证码干部', 'worker', county],
  ['new.qingxi', '示例新干部', 'worker', county],
] as const;

/** One account of each role in the county, workers of the levels above and below it, one with one-time codes, one without yet. */
export function sampleStaff(): TestStaff[] {
  return people.map(([account, name, role, federation]) => ({
    member: {
      id: idOf(account),
      account,
      name,
      role,
      federation,
      secondFactor: account.startsWith('codes'),
      disabled: false,
    },
    password: testPassword,
    revision: 1,
    ...(account.startsWith('new') && { mustSetUp: true }),
  }));
}

function idOf(account: string): string {
  return account.replace(/[^a-z0-9]/g, '_').padEnd(22, '-');
}

/** Somebody as the rules see her. */
export function actorOf({ member }: TestStaff): CaseStaff {
  return { id: member.id, name: member.name, role: member.role, unit: member.federation.code };
}

const casework = ['intake', 'worker', 'supervisor'];
const statistics = ['worker', 'supervisor', 'auditor'];
const accounts = ['administrator', 'auditor'];
const organisers = ['worker', 'supervisor'];
const founders = [...organisers, 'administrator'];
const roles: { readonly [operation: string]: readonly string[] | undefined } = {
  getCaseReport: statistics,
  exportCaseReport: statistics,
  listStaffAccounts: accounts,
  getStaffAccount: accounts,
  createStaffAccount: ['administrator'],
  changeStaffAccount: ['administrator'],
  listAuditEntries: ['auditor'],
  createCouncil: founders,
  changeCouncil: founders,
  listMembers: founders,
  addMember: founders,
  changeMember: founders,
  inviteMembers: founders,
};
const councilDesk = (
  'listAllTopics listAllResolutions screenTopic listAllComments moderateComment createMeeting getMeeting changeMeeting listAllBallots prepareBallot ' +
  'getBallotDraft changeBallot cancelBallot checkBallot openBallot closeBallot recordResolution getResolution changeResolution takeExecutionStep'
).split(' ');
const everybody = ['getStaffSession', 'signOutStaff', 'changeOwnPassword', 'startSecondFactor', 'confirmSecondFactor'];

/** Whether somebody may call an operation; who has to set up one-time codes, may do that only. */
export function mayCall({ member, mustSetUp }: TestStaff, operation: string): boolean {
  if (everybody.includes(operation)) return true;
  if (mustSetUp) return false;
  const of = councilDesk.includes(operation) ? organisers : casework;
  return (roles[operation] ?? of).includes(member.role);
}
