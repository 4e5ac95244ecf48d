// Generated from openapi/ by `npm run generate`. Do not edit.
import { FederationPage, Federation, HelpForm, HelpRequestReceipt, Attachment, OwnHelpRequest, ServicePointPhoto, ServicePoint, ServicePointPage, FeedbackReceipt, ServicePointPhotos, NearServicePoints, ServicePointCells, ServicePointNames, ServicePointImport, FeedbackItem, FeedbackPage, ProblemKind, ProblemKindList, Health, Readiness } from './schemas.js';

/** What each operation answers with success. */
export const answerSchemas = {
  searchFederations: FederationPage,
  getFederation: Federation,
  listChildFederations: FederationPage,
  getHelpForm: HelpForm,
  submitHelpRequest: HelpRequestReceipt,
  readOwnHelpRequest: OwnHelpRequest,
  startAttachment: Attachment,
  getAttachment: Attachment,
  appendAttachment: Attachment,
  searchServicePoints: ServicePointPage,
  createServicePoint: ServicePoint,
  getServicePoint: ServicePoint,
  changeServicePoint: ServicePoint,
  sendServicePointFeedback: FeedbackReceipt,
  addServicePointPhoto: ServicePointPhoto,
  changeServicePointPhoto: ServicePointPhotos,
  findNearestServicePoints: NearServicePoints,
  getServicePointCells: ServicePointCells,
  listServicePointNames: ServicePointNames,
  importServicePoints: ServicePointImport,
  listServicePointFeedback: FeedbackPage,
  settleServicePointFeedback: FeedbackItem,
  listProblems: ProblemKindList,
  getProblem: ProblemKind,
  getHealth: Health,
  getReadiness: Readiness,
} as const;
