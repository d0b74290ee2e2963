import { resultUnion } from "../../../platform/graphql/result-union.js";
import { ApiKeyType, ApplicationType, IssuedKeyType, KeyRequestType } from "./application.types.js";
import { UseCaseType } from "./use-case.types.js";

export const UseCaseResult = resultUnion("UseCaseResult", UseCaseType);
export const ApplicationResult = resultUnion("ApplicationResult", ApplicationType);
export const IssueKeyResult = resultUnion("IssueKeyResult", IssuedKeyType);
export const KeyRequestResult = resultUnion("KeyRequestResult", KeyRequestType);
export const RevokeKeyResult = resultUnion("RevokeKeyResult", ApiKeyType, [
  "InvalidInput",
  "Forbidden",
  "NotFound",
  "Conflict",
]);
