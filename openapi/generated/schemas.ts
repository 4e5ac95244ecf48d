// Generated from openapi/ by `npm run generate`. Do not edit.
import * as z from 'zod/mini';
import type { components } from './types.js';

type Schemas = components['schemas'];
/** Length in characters (code points), as JSON Schema counts. */
export const chars = (min: number, max: number) =>
  z.check<string>((ctx) => {
    let count = 0;
    for (const _ of ctx.value) count += 1;
    const base = { origin: 'string', inclusive: true, input: ctx.value } as const;
    if (count < min) ctx.issues.push({ ...base, code: 'too_small', minimum: min });
    if (count > max) ctx.issues.push({ ...base, code: 'too_big', maximum: max });
  });
/** Length in bytes. */
export const bytes = (min: number, max: number) =>
  z.check<Uint8Array>((ctx) => {
    const base = { origin: 'array', inclusive: true, input: ctx.value } as const;
    if (ctx.value.byteLength < min) ctx.issues.push({ ...base, code: 'too_small', minimum: min });
    if (ctx.value.byteLength > max) ctx.issues.push({ ...base, code: 'too_big', maximum: max });
  });
const unique = z.check<unknown[]>((ctx) => {
  if (new Set(ctx.value.map((item) => JSON.stringify(item))).size < ctx.value.length)
    ctx.issues.push({ code: 'custom', params: { rule: 'not-unique' }, input: ctx.value });
});
/** An integer as it stands in a query or a header. */
export const digits = z.pipe(z.string().check(z.regex(/^-?\d{1,15}$/)), z.transform(Number));

export const ProblemCode: z.ZodMiniType<Schemas['ProblemCode']> = /* @__PURE__ */ (() => z.enum(["attachment-damaged","attachment-too-large","attachment-too-many","attachment-type-refused","attachment-unfinished","attachment-unknown","body-too-large","cursor-invalid","draft-missing","federation-unknown","idempotency-key-missing","idempotency-key-reused","idempotency-key-running","internal","invalid-request","media-type-unsupported","method-not-allowed","no-unit-left","not-found","offset-mismatch","rate-limited","receipt-missing","receipt-refused","request-incomplete","request-timeout","unavailable"]))();
export const Finding: z.ZodMiniType<Schemas['Finding']> = /* @__PURE__ */ (() => z.looseObject({ "where": z.string(), "code": z.string() }))();
export const Problem: z.ZodMiniType<Schemas['Problem']> = /* @__PURE__ */ (() => z.looseObject({ "type": z.string(), "title": z.string(), "status": z.int().check(z.minimum(400), z.maximum(599)), "code": ProblemCode, "detail": z.exactOptional(z.string()), "requestId": z.exactOptional(z.string()), "retryAfter": z.exactOptional(z.int().check(z.minimum(0))), "offset": z.exactOptional(z.int().check(z.minimum(0))), "findings": z.exactOptional(z.array(Finding).check(z.maxLength(100))) }))();
export const FederationLevel: z.ZodMiniType<Schemas['FederationLevel']> = /* @__PURE__ */ (() => z.enum(["province","city","county","township","village"]))();
export const DivisionCode: z.ZodMiniType<Schemas['DivisionCode']> = /* @__PURE__ */ (() => z.string().check(z.regex(new RegExp("^[0-9]{12}$", 'u'))))();
export const FederationSummary: z.ZodMiniType<Schemas['FederationSummary']> = /* @__PURE__ */ (() => z.looseObject({ "code": DivisionCode, "level": FederationLevel, "name": z.string().check(chars(1, 100)), "hasChildren": z.boolean() }))();
export const FederationPage: z.ZodMiniType<Schemas['FederationPage']> = /* @__PURE__ */ (() => z.looseObject({ "items": z.array(FederationSummary).check(z.maxLength(500)), "nextCursor": z.exactOptional(z.string().check(chars(0, 500))) }))();
export const Federation: z.ZodMiniType<Schemas['Federation']> = /* @__PURE__ */ (() => z.looseObject({ "code": DivisionCode, "level": FederationLevel, "name": z.string().check(chars(1, 100)), "hasChildren": z.boolean(), "phone": z.exactOptional(z.string().check(chars(0, 30))), "parents": z.array(FederationSummary).check(z.maxLength(4)) }))();
export const LocalizedText: z.ZodMiniType<Schemas['LocalizedText']> = /* @__PURE__ */ (() => z.looseObject({ "zh-CN": z.string().check(chars(1, 2000)), "en": z.string().check(chars(1, 2000)) }))();
export const Hotline: z.ZodMiniType<Schemas['Hotline']> = /* @__PURE__ */ (() => z.looseObject({ "number": z.string().check(z.regex(new RegExp("^[0-9-]{3,20}$", 'u'))), "label": LocalizedText, "urgent": z.exactOptional(z.boolean()) }))();
export const ChoiceCode: z.ZodMiniType<Schemas['ChoiceCode']> = /* @__PURE__ */ (() => z.string().check(z.regex(new RegExp("^[a-z][a-z0-9-]{1,39}$", 'u'))))();
export const Grade: z.ZodMiniType<Schemas['Grade']> = /* @__PURE__ */ (() => z.enum(["none","pink","orange","red"]))();
export const Category: z.ZodMiniType<Schemas['Category']> = /* @__PURE__ */ (() => z.looseObject({ "code": ChoiceCode, "label": LocalizedText, "hint": z.exactOptional(LocalizedText), "baseGrade": Grade, "asksRisk": z.boolean(), "concernsChild": z.exactOptional(z.boolean()) }))();
export const RiskQuestion: z.ZodMiniType<Schemas['RiskQuestion']> = /* @__PURE__ */ (() => z.looseObject({ "code": ChoiceCode, "label": LocalizedText, "hint": z.exactOptional(LocalizedText), "gradeWhenYes": Grade, "gradeWhenUnknown": z.exactOptional(Grade) }))();
export const Choice: z.ZodMiniType<Schemas['Choice']> = /* @__PURE__ */ (() => z.looseObject({ "code": ChoiceCode, "label": LocalizedText }))();
export const ContactChannel: z.ZodMiniType<Schemas['ContactChannel']> = /* @__PURE__ */ (() => z.enum(["phone","sms","wechat","email","other-person","none"]))();
export const ConsentKind: z.ZodMiniType<Schemas['ConsentKind']> = /* @__PURE__ */ (() => z.enum(["general","sensitive","minor"]))();
export const ConsentText: z.ZodMiniType<Schemas['ConsentText']> = /* @__PURE__ */ (() => z.looseObject({ "kind": ConsentKind, "version": z.string().check(chars(1, 20)), "purpose": LocalizedText, "retentionDays": z.int().check(z.minimum(1)) }))();
export const FirstContactLimits: z.ZodMiniType<Schemas['FirstContactLimits']> = /* @__PURE__ */ (() => z.looseObject({ "redHours": z.number().check(z.gt(0)), "otherWorkingDays": z.int().check(z.minimum(1)) }))();
export const AttachmentLimits: z.ZodMiniType<Schemas['AttachmentLimits']> = /* @__PURE__ */ (() => z.looseObject({ "maxCount": z.int().check(z.minimum(0), z.maximum(10)), "maxBytes": z.int().check(z.minimum(1), z.maximum(20971520)) }))();
export const HelpForm: z.ZodMiniType<Schemas['HelpForm']> = /* @__PURE__ */ (() => z.looseObject({ "federation": Federation, "hotlines": z.array(Hotline).check(z.minLength(1), z.maxLength(10)), "categories": z.array(Category).check(z.minLength(1), z.maxLength(40)), "riskQuestions": z.array(RiskQuestion).check(z.minLength(1), z.maxLength(30)), "relations": z.array(Choice), "reporterBodies": z.array(Choice), "languages": z.array(Choice), "accessNeeds": z.array(Choice), "channels": z.array(ContactChannel).check(z.minLength(1)), "consents": z.array(ConsentText).check(z.minLength(1)), "units": z.array(FederationSummary), "firstContact": FirstContactLimits, "attachments": AttachmentLimits, "words": z.record(z.string(), LocalizedText) }))();
export const Asker: z.ZodMiniType<Schemas['Asker']> = /* @__PURE__ */ (() => z.strictObject({ "role": z.enum(["self","other","witness","mandatory-reporter"]), "relation": z.exactOptional(ChoiceCode), "body": z.exactOptional(ChoiceCode), "bodyName": z.exactOptional(z.string().check(chars(1, 100))) }))();
export const Identity: z.ZodMiniType<Schemas['Identity']> = /* @__PURE__ */ (() => z.strictObject({ "kind": z.enum(["anonymous","named"]), "name": z.exactOptional(z.string().check(chars(1, 50))) }))();
export const TimeOfDay: z.ZodMiniType<Schemas['TimeOfDay']> = /* @__PURE__ */ (() => z.string().check(z.regex(new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", 'u'))))();
export const SafeContactPlan: z.ZodMiniType<Schemas['SafeContactPlan']> = /* @__PURE__ */ (() => z.strictObject({ "channel": ContactChannel, "value": z.exactOptional(z.string().check(chars(1, 200))), "personName": z.exactOptional(z.string().check(chars(1, 50))), "personRelation": z.exactOptional(z.string().check(chars(1, 50))), "days": z.exactOptional(z.array(z.enum(["mon","tue","wed","thu","fri","sat","sun"])).check(z.maxLength(7), unique)), "from": z.exactOptional(TimeOfDay), "to": z.exactOptional(TimeOfDay), "mayLeaveMessage": z.boolean(), "maySayWhoCalls": z.boolean(), "coverWords": z.exactOptional(z.string().check(chars(0, 200))) }))();
export const Answer: z.ZodMiniType<Schemas['Answer']> = /* @__PURE__ */ (() => z.enum(["yes","no","unknown"]))();
export const RiskAnswer: z.ZodMiniType<Schemas['RiskAnswer']> = /* @__PURE__ */ (() => z.strictObject({ "question": ChoiceCode, "answer": Answer }))();
export const RiskScreen: z.ZodMiniType<Schemas['RiskScreen']> = /* @__PURE__ */ (() => z.strictObject({ "answers": z.array(RiskAnswer).check(z.maxLength(30)), "grade": z.exactOptional(Grade) }))();
export const ConcernedPerson: z.ZodMiniType<Schemas['ConcernedPerson']> = /* @__PURE__ */ (() => z.strictObject({ "underFourteen": Answer }))();
export const Needs: z.ZodMiniType<Schemas['Needs']> = /* @__PURE__ */ (() => z.strictObject({ "languages": z.exactOptional(z.array(ChoiceCode).check(z.maxLength(10), unique)), "access": z.exactOptional(z.array(ChoiceCode).check(z.maxLength(10), unique)), "note": z.exactOptional(z.string().check(chars(0, 500))) }))();
export const AttachmentId: z.ZodMiniType<Schemas['AttachmentId']> = /* @__PURE__ */ (() => z.string().check(z.regex(new RegExp("^[A-Za-z0-9_-]{22}$", 'u'))))();
export const Consent: z.ZodMiniType<Schemas['Consent']> = /* @__PURE__ */ (() => z.strictObject({ "kind": ConsentKind, "version": z.string().check(chars(1, 20)), "givenBy": z.enum(["requester","guardian","statutory-duty"]) }))();
export const Exclusion: z.ZodMiniType<Schemas['Exclusion']> = /* @__PURE__ */ (() => z.strictObject({ "units": z.array(DivisionCode).check(z.minLength(1), z.maxLength(5), unique), "note": z.exactOptional(z.string().check(chars(0, 500))) }))();
export const ReceiptSecret: z.ZodMiniType<Schemas['ReceiptSecret']> = /* @__PURE__ */ (() => z.string().check(z.regex(new RegExp("^[0-9]{24}$", 'u'))))();
export const HelpRequestSubmission: z.ZodMiniType<Schemas['HelpRequestSubmission']> = /* @__PURE__ */ (() => z.strictObject({ "category": ChoiceCode, "narrative": z.exactOptional(z.string().check(chars(0, 5000))), "asker": Asker, "identity": Identity, "safeContact": SafeContactPlan, "division": z.exactOptional(DivisionCode), "riskScreen": RiskScreen, "concernedPerson": ConcernedPerson, "childrenPresent": Answer, "needs": z.exactOptional(Needs), "attachments": z.exactOptional(z.array(AttachmentId).check(z.maxLength(10), unique)), "consents": z.array(Consent).check(z.minLength(1), z.maxLength(3)), "exclusion": z.exactOptional(Exclusion), "receiptSecret": ReceiptSecret }))();
export const CaseNumber: z.ZodMiniType<Schemas['CaseNumber']> = /* @__PURE__ */ (() => z.string().check(z.regex(new RegExp("^[0-9]{12}$", 'u'))))();
export const HelpRequestReceipt: z.ZodMiniType<Schemas['HelpRequestReceipt']> = /* @__PURE__ */ (() => z.looseObject({ "number": CaseNumber, "grade": Grade, "submittedAt": z.iso.datetime({ offset: true }), "firstContactBy": z.iso.datetime({ offset: true }), "handledBy": Federation }))();
export const CaseState: z.ZodMiniType<Schemas['CaseState']> = /* @__PURE__ */ (() => z.enum(["submitted","accepted","in-progress","resolved","followed-up","closed","declined","withdrawn","reopened"]))();
export const Attachment: z.ZodMiniType<Schemas['Attachment']> = /* @__PURE__ */ (() => z.looseObject({ "id": AttachmentId, "status": z.enum(["uploading","stored"]), "size": z.int().check(z.minimum(1)), "offset": z.int().check(z.minimum(0)), "mediaType": z.exactOptional(z.string()), "sha256": z.exactOptional(z.string().check(z.regex(new RegExp("^[0-9a-f]{64}$", 'u')))) }))();
export const OwnHelpRequest: z.ZodMiniType<Schemas['OwnHelpRequest']> = /* @__PURE__ */ (() => z.looseObject({ "number": CaseNumber, "state": CaseState, "category": ChoiceCode, "submittedAt": z.iso.datetime({ offset: true }), "firstContactBy": z.iso.datetime({ offset: true }), "handledBy": Federation, "attachments": z.array(Attachment).check(z.maxLength(10)) }))();
export const AttachmentStart: z.ZodMiniType<Schemas['AttachmentStart']> = /* @__PURE__ */ (() => z.strictObject({ "name": z.string().check(chars(1, 200)), "size": z.int().check(z.minimum(1), z.maximum(20971520)) }))();
export const ProblemKind: z.ZodMiniType<Schemas['ProblemKind']> = /* @__PURE__ */ (() => z.looseObject({ "code": ProblemCode, "status": z.int().check(z.minimum(400), z.maximum(599)), "title": z.string(), "remedy": z.string() }))();
export const ProblemKindList: z.ZodMiniType<Schemas['ProblemKindList']> = /* @__PURE__ */ (() => z.looseObject({ "items": z.array(ProblemKind) }))();
export const Health: z.ZodMiniType<Schemas['Health']> = /* @__PURE__ */ (() => z.looseObject({ "status": z.literal("ok") }))();
export const Readiness: z.ZodMiniType<Schemas['Readiness']> = /* @__PURE__ */ (() => z.looseObject({ "status": z.literal("ready") }))();
