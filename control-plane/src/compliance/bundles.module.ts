import { Global, Module } from "@nestjs/common";

/** Which rules are in force. Global: serving and the use-case runner are given the active bundle through ports. */
@Global()
@Module({})
export class BundlesModule {}
