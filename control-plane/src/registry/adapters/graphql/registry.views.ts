import type { AiUseCase } from "../../domain/ai-use-case.js";
import { keyStatus, type ApiKey } from "../../domain/applications/api-key.js";
import type { Application } from "../../domain/applications/application.js";
import type { KeyRequest } from "../../domain/applications/key-request.js";
import { completenessOf } from "../../domain/dossier/completeness.js";
import { EVIDENCE_KINDS } from "../../domain/evidence.js";
import { MATERIAL_FIELDS } from "../../domain/material.js";
import type { ApiKeyType, ApplicationType, KeyRequestType } from "./application.types.js";
import type { UseCaseType } from "./use-case.types.js";

export const useCaseView = ({ amendedBy, mergedInto, convergence, ...useCase }: AiUseCase): UseCaseType => ({
  ...useCase,
  amendedByRef: amendedBy,
  mergedIntoId: mergedInto,
  convergenceDecision: convergence,
  completeness: completenessOf({ ...useCase, amendedBy, mergedInto, convergence }),
  materialFields: useCase.state === "idea" ? [] : MATERIAL_FIELDS,
  evidence: EVIDENCE_KINDS.flatMap((kind) => {
    const reference = useCase.evidence[kind];
    return reference === undefined ? [] : [{ kind, reference }];
  }),
});

export const applicationView = (application: Application): ApplicationType => application;

export const keyRequestView = ({ requestedBy, ...request }: KeyRequest): KeyRequestType => ({
  ...request,
  requestedByRef: requestedBy,
});

/** Field by field, so that the hash stays where it is. */
export const keyView = (key: ApiKey, now: Date): ApiKeyType => ({
  id: key.id,
  prefix: key.prefix,
  status: keyStatus(key, now),
  createdAt: key.createdAt,
  createdBy: key.createdBy,
  expiresAt: key.expiresAt,
  revokedAt: key.revokedAt,
});
