import {
  createParamDecorator,
  Inject,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from "@nestjs/common";
import type { Request } from "express";
import { INTERNAL_VERIFIER } from "../tokens.js";
import type { InternalVerifier } from "./internal-verifier.js";
import { bodyDigest } from "./signed-answers.js";

const replicas = new WeakMap<Request, string>();

/** Put `@UseGuards(InternalCallGuard)` on every controller under /internal. */
@Injectable()
export class InternalCallGuard implements CanActivate {
  constructor(@Inject(INTERNAL_VERIFIER) private readonly verifier: InternalVerifier) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const caller = await this.verifier.verify(request.headers.authorization, {
      method: request.method,
      path: request.originalUrl,
      digest: bodyDigest(request),
    });
    if (!caller.ok) throw new UnauthorizedException({ code: "internal.unauthorised", message: caller.reason });
    replicas.set(request, caller.replica);
    return true;
  }
}

/** Name of the replica that signed this call. */
export const CallingReplica = createParamDecorator((_: unknown, execution: ExecutionContext): string => {
  const replica = replicas.get(execution.switchToHttp().getRequest<Request>());
  if (replica === undefined) throw new Error("CallingReplica is used without InternalCallGuard.");
  return replica;
});
